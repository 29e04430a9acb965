package dev.banyan.architecture;

import dev.banyan.Banyan;
import org.springframework.boot.test.context.SpringBootTest;

/** All modules in one context, which these tests share. */
@SpringBootTest(classes = Banyan.class)
abstract class WholeShopIT {}
