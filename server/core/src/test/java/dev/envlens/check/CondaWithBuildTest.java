package dev.envlens.check;

import org.junit.jupiter.api.Test;

class CondaWithBuildTest {

  @Test
  void aDockerfileInstallsEverythingByItself() {
    Check.environment(
            """
            name: train
            build: {path: .}
            «conda_file»: {channels: [conda-forge], dependencies: [python=3.11]}
            """)
        .with("Dockerfile", "FROM scratch\n")
        .finds("conda-with-build")
        .as(Severity.ERROR)
        .mentioning("'conda_file' can't stand beside 'build'")
        .unfixed();
  }

  @Test
  void inV1TooUnlessTheUserManagesPackages() {
    String definition =
        """
        name: train
        docker: {buildContext: {location: "https://github.com/a/b.git"}}
        python:
          userManagedDependencies: %s
          %s: {channels: [conda-forge], dependencies: [python=3.11]}
        """;
    Check.file("env.yml", definition.formatted("false", "«condaDependencies»"))
        .finds("conda-with-build");
    Check.file("env.yml", definition.formatted("true", "condaDependencies"))
        .ignores("conda-with-build");
  }

  @Test
  void besideAnImageItIsTheContextThatIsTooMuch() {
    Check.environment(
            """
            name: train
            image: python:3.11
            build: {path: .}
            conda_file: {channels: [conda-forge], dependencies: [python=3.11]}
            """)
        .with("Dockerfile", "FROM scratch\n")
        .ignores("conda-with-build");
  }
}
