package dev.parapet.core.knowledge;

import dev.parapet.model.ShippedFile;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * The documents of the
 * <a href="https://docs.aws.amazon.com/aws-managed-policy/latest/reference/policy-list.html">managed policies of AWS</a>, but for those
 * of roles that only the provider can assume, from {@code managed-policy-documents.txt.gz}: a line each, path and name, then the
 * document. It is read when a document is first asked for, which takes some 30 ms.
 */
public final class ManagedPolicyDocuments {
    private static final String PROVIDER = ":iam::aws:policy/";

    private static final class Standard {
        static final Map<String, String> DOCUMENTS = read();
    }

    private ManagedPolicyDocuments() {}

    /**
     * The document of a policy, as JSON; null when there is none of that name.
     *
     * @param arn the ARN of the policy, in any partition
     */
    public static @Nullable String find(String arn) {
        int path = arn.indexOf(PROVIDER);
        return path < 0 ? null : Standard.DOCUMENTS.get(arn.substring(path + PROVIDER.length()));
    }

    private static Map<String, String> read() {
        Map<String, String> documents = new HashMap<>();
        byte[] packed = ShippedFile.bytes(ManagedPolicyDocuments.class, "managed-policy-documents.txt.gz");
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(new ByteArrayInputStream(packed)), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                int blank = line.indexOf(' ');
                if (!line.startsWith("#") && blank > 0) {
                    documents.put(line.substring(0, blank), line.substring(blank + 1));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the table managed-policy-documents.txt.gz cannot be read", e);
        }
        return documents;
    }
}
