package dev.banyan.runtime.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import dev.banyan.runtime.StartRefusedException;
import dev.banyan.runtime.data.embedded.PrivateFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;

/** The files with the keys that processes sign and check service tokens with. A key's id is the name of its process. */
public final class ServiceKeyFiles {
    /** The file with all public keys. */
    public static final String TRUSTED = "trusted.json";

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,62}");

    private ServiceKeyFiles() {}

    /**
     * Makes {@code <process>.json} for each process that has none in {@code directory}, readable by its owner alone, and adds what is missing to
     * {@value #TRUSTED}. Whatever is there stays, so a repeat changes nothing.
     *
     * @throws IllegalArgumentException when a process can't be named so
     */
    public static void create(Path directory, Collection<String> processes) throws IOException {
        Files.createDirectories(directory);
        var file = directory.resolve(TRUSTED);
        var trusted = new ArrayList<>(Files.exists(file) ? trusted(file).getKeys() : List.<JWK>of());
        for (var process : processes) {
            var key = readOrCreate(directory.resolve(checked(process) + ".json"), process)
                    .toPublicJWK();
            if (!trusted.contains(key)) {
                trusted.add(key);
            }
        }
        PrivateFiles.create(file, new JWKSet(List.copyOf(trusted)).toString());
    }

    static ECKey readOrCreate(Path file, String process) throws IOException {
        if (!Files.exists(file)) {
            PrivateFiles.create(file, generate(process).toJSONString());
        }
        try {
            var key = ECKey.parse(Files.readString(file));
            if (key.isPrivate() && Curve.P_256.equals(key.getCurve())) {
                return key;
            }
        } catch (ParseException _) {
            // told below
        }
        throw new StartRefusedException(
                "The service key %s isn't a private key (a JWK with the curve P-256); make one with 'java -jar banyan.jar service-keys <directory> <process>...'."
                        .formatted(file));
    }

    static JWKSet trusted(Path file) {
        try {
            return JWKSet.load(file.toFile()).toPublicJWKSet();
        } catch (IOException | ParseException unreadable) {
            throw new StartRefusedException(
                    "The trusted service keys %s can't be read (a JWKS); make them with 'java -jar banyan.jar service-keys <directory> <process>...'."
                            .formatted(file),
                    unreadable);
        }
    }

    private static String checked(String process) {
        if (!NAME.matcher(process).matches() || TRUSTED.equals(process + ".json")) {
            throw new IllegalArgumentException("A process can't be named '%s'.".formatted(process));
        }
        return process;
    }

    private static ECKey generate(String process) {
        try {
            return new ECKeyGenerator(Curve.P_256)
                    .keyID(process)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.ES256)
                    .generate();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
