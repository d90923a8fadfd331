package dev.parapet.core.triage;

import dev.parapet.model.Finding;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The tools whose ids stand in {@link Finding#sameAs()}. A comment in another tool's words silences what that tool would have
 * said, never more: "all of KICS" means all findings that KICS has an equivalent of.
 */
enum Tool {
    CHECKOV {
        @Override
        boolean isIdOf(String id) {
            return id.startsWith("CKV");
        }
    },
    TRIVY {
        @Override
        boolean isIdOf(String id) {
            return id.length() == 8 && id.startsWith("AWS-") && isDigits(id, 4);
        }

        @Override
        String written(String id) {
            String upper = id.toUpperCase(Locale.ROOT);
            String bare = upper.startsWith("AVD-") ? upper.substring(4) : upper;
            return isIdOf(bare) ? bare : TrivyNames.id(id);
        }
    },
    KICS {
        @Override
        boolean isIdOf(String id) {
            return id.startsWith("kics:");
        }

        @Override
        String written(String id) {
            return "kics:" + id.toLowerCase(Locale.ROOT);
        }
    },
    CFN_NAG {
        @Override
        boolean isIdOf(String id) {
            return id.length() > 1 && id.length() < 5 && "FW".indexOf(id.charAt(0)) >= 0 && isDigits(id, 1);
        }
    },
    CFN_LINT {
        @Override
        boolean isIdOf(String id) {
            int digits = id.length() > 1 && id.charAt(1) == 'S' ? 2 : 1;
            return id.length() == digits + 4 && "EWI".indexOf(id.charAt(0)) >= 0 && isDigits(id, digits);
        }

        // cfn-lint ignores every rule whose id starts with what is given.
        @Override
        Predicate<Finding> named(String id) {
            return finding -> any(finding, own -> isIdOf(own) && own.startsWith(id));
        }
    },
    CDK_NAG {
        @Override
        boolean isIdOf(String id) {
            return id.startsWith("AwsSolutions-")
                    || id.startsWith("HIPAA.Security-")
                    || id.startsWith("NIST.800.53.")
                    || id.startsWith("PCI.DSS.")
                    || id.startsWith("Serverless-");
        }
    },
    GUARD {
        @Override
        boolean isIdOf(String id) {
            return id.startsWith("guard:");
        }

        @Override
        String written(String id) {
            return "guard:" + id;
        }
    };

    /** Whether an id, as {@code sameAs} writes it, is this tool's. */
    abstract boolean isIdOf(String id);

    /** How {@code sameAs} writes an id that the tool's own comments write so. */
    String written(String id) {
        return id;
    }

    /** The findings that an id names. */
    Predicate<Finding> named(String id) {
        String written = written(id);
        return finding -> finding.sameAs().contains(written);
    }

    /** The findings that this tool has an equivalent of. */
    Predicate<Finding> all() {
        return finding -> any(finding, this::isIdOf);
    }

    /** The findings that this tool has an equivalent of, none of them among {@code ids}. */
    Predicate<Finding> allBut(Set<String> ids) {
        return finding -> any(finding, this::isIdOf) && !any(finding, ids::contains);
    }

    private static boolean any(Finding finding, Predicate<String> wanted) {
        for (String id : finding.sameAs()) {
            if (wanted.test(id)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isDigits(String id, int from) {
        for (int i = from; i < id.length(); i++) {
            if (id.charAt(i) < '0' || id.charAt(i) > '9') {
                return false;
            }
        }
        return from < id.length();
    }
}
