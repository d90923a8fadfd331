package dev.parapet.core.flow;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;

/** Whatever code says, following it ends. */
class FlowFuzzTest {
    @FuzzTest(maxDuration = "20s")
    void anyPythonIsFollowed(FuzzedDataProvider data) {
        String source = "def handler(event, context):\n    x = event\n    " + data.consumeRemainingAsString();
        Project.of("app.py", source).calls("app.py", "handler");
    }

    @FuzzTest(maxDuration = "20s")
    void anyJavaIsFollowed(FuzzedDataProvider data) {
        String source = "class App extends Base { Object handle(Map event) {\n var x = event;\n"
                + data.consumeRemainingAsString() + "\n} }\nclass Base { Object x; }";
        Project.of("App.java", source).calls("App.java", "App.handle");
    }

    @FuzzTest(maxDuration = "20s")
    void anyJavaScriptIsFollowed(FuzzedDataProvider data) {
        String source = "exports.handler = (event) => {\n let x = event;\n" + data.consumeRemainingAsString() + "\n};";
        Project.of("app.js", source).calls("app.js", "handler");
    }
}
