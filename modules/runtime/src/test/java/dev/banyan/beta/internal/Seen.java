package dev.banyan.beta.internal;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
public class Seen {
    private final JdbcClient jdbc;

    Seen(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(String subscriber, String key, int n) {
        jdbc.sql("INSERT INTO beta.seen (subscriber, key, n) VALUES (?, ?, ?)")
                .param(subscriber)
                .param(key)
                .param(n)
                .update();
    }

    @Transactional
    public void addInTransaction(String subscriber, String key, int n) {
        add(subscriber, key, n);
    }

    @Transactional(readOnly = true)
    public List<Integer> of(String subscriber, String key) {
        return jdbc.sql("SELECT n FROM beta.seen WHERE subscriber = ? AND key = ? ORDER BY id")
                .param(subscriber)
                .param(key)
                .query(Integer.class)
                .list();
    }
}
