/** Documents that build servers show: JUnit XML, GitLab code quality, the step summary of GitHub Actions. */
@NullMarked
package dev.parapet.core.report.ci;

import org.jspecify.annotations.NullMarked;
