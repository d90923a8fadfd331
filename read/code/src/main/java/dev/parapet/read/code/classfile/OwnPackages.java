package dev.parapet.read.code.classfile;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Which classes are the project's own where those of libraries lie beside them, as in a jar that a build put everything into: those of the packages of
 * the handler's makers, which the first two parts of its package name ({@code com.example}); three where many makers share these. Where no library
 * is, all are.
 */
final class OwnPackages {
    /** The first two parts of packages that libraries have too, or that are of a place and no maker. */
    private static final Set<String> SHARED = Set.of(
            "com/amazonaws/",
            "com/github/",
            "com/google/",
            "io/github/",
            "io/micronaut/",
            "io/quarkus/",
            "org/apache/",
            "org/springframework/",
            "software/amazon/");

    /** What nearly every jar of a Lambda function holds that holds any library. */
    private static final List<String> LIBRARIES = List.of(
            "com/amazonaws/services/",
            "software/amazon/awssdk/",
            "com/fasterxml/jackson/",
            "com/google/gson/",
            "org/springframework/",
            "org/slf4j/",
            "kotlin/",
            "scala/");

    private OwnPackages() {}

    /**
     * Says of the internal name of a class whether it is the project's own.
     *
     * @param handler the internal name of the handler's class
     * @param names the names of all classes that lie together
     */
    static Predicate<String> of(String handler, Collection<String> names) {
        if (names.stream().noneMatch(OwnPackages::isLibrary)) {
            return name -> true;
        }
        int first = handler.indexOf('/') + 1;
        int second = handler.indexOf('/', first) + 1;
        if (first == 0) {
            return name -> name.indexOf('/') < 0;
        }
        String maker = handler.substring(0, second == 0 ? first : second);
        int third = handler.indexOf('/', maker.length()) + 1;
        String start = SHARED.contains(maker) && third > 0 ? handler.substring(0, third) : maker;
        return name -> name.startsWith(start) && !(isLibrary(name) && !isLibrary(handler));
    }

    private static boolean isLibrary(String name) {
        return LIBRARIES.stream().anyMatch(name::startsWith);
    }
}
