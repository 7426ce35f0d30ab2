package dev.envlens.check;

import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CredentialsInDefinitionTest {

  @Test
  void theRegistrysUserAndPassword() {
    Check.file(
            "azureml_environment.json",
            """
            {"name": "train", "docker": {"baseImage": "a:1", "baseImageRegistry":
              {"address": "example.org", "username": "ada", "password": "«hunter2»"}}}
            """)
        .finds("credentials-in-definition")
        .as(Severity.ERROR)
        .mentioning("Docker's configuration")
        .mentioning("workspace connection")
        .unfixed();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--extra-index-url https://ada:«hunter2»@example.org/simple",
        "git+https://«ghp_0123456789abcdef»@github.com/a/b.git",
        "https://example.org/a-1.0-py3-none-any.whl?sv=1&sig=«a%2Fb»"
      })
  void inThePackagesOfACondaFile(String item) {
    String conda = "dependencies:\n  - python=3.11\n  - pip=24.0\n  - pip:\n      - %s\n";
    Check.conda(conda.formatted(item)).finds("credentials-in-definition");
    Check.environment("name: train\nimage: python:3.11\nconda_file: conda.yml\n")
        .with("conda.yml", conda.formatted(item))
        .finds("credentials-in-definition");
  }

  @Test
  void inAChannelAndInTheContextsUrl() {
    Check.conda(
            "channels: ['https://conda.anaconda.org/t/«ab-12345678»/x']\ndependencies: [a=1.0]\n")
        .finds("credentials-in-definition");
    Check.environment("name: train\nbuild: {path: 'https://ada:«hunter2»@github.com/a/b.git'}\n")
        .finds("credentials-in-definition");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "RUN pip install --index-url https://ada:«hunter2»@example.org/simple a==1.0",
        "RUN pip install 'https://example.org/a.whl?sv=1&sig=«a%2Fb»'",
        "ENV CONNECTION=\"AccountName=a;AccountKey=«Zm9v==»;Suffix=b\"",
        "# as https://ada:«hunter2»@example.org",
        "ENV AWS_SECRET_ACCESS_KEY=«wJalrXUtnFEMIK7MDENG»",
        "ENV A=1 \\\n    DB_PASSWORD=\"«not for you»\"",
        "ARG API_TOKEN=«abcdef0123456789»"
      })
  void inTheDockerfile(String line) {
    String dockerfile = "FROM python:3.11.9\n%s\n".formatted(line);
    Check.file("Dockerfile", dockerfile).finds("credentials-in-definition");
    Check.environment("name: train\nbuild: {path: docker}\n")
        .with("docker/Dockerfile", dockerfile)
        .finds("credentials-in-definition")
        .as(Severity.ERROR);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "RUN pip install --index-url https://ada:${TOKEN}@example.org/simple a==1.0",
        "RUN pip install --index-url https://$USER:$TOKEN@example.org/simple a==1.0",
        "RUN pip install 'https://example.org/a.whl?sig=${SIG}'",
        "ARG API_TOKEN=\nENV API_TOKEN=$API_TOKEN SSH_KEY=/run/secrets/key HF_TOKEN=none",
        "ENV TOKENIZERS_PARALLELISM=disabled MONKEY=capuchin",
        "ENV GPG_KEY=7169605F62C751356D054A26A821E680E5FA6305"
      })
  void variablesInTheDockerfileAreFine(String line) {
    Check.file("Dockerfile", "FROM python:3.11.9\nARG TOKEN\n%s\n".formatted(line))
        .ignores("credentials-in-definition");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--index-url https://ada:${TOKEN}@example.org/simple",
        "--index-url https://example.org/simple",
        "git+ssh://git@github.com/a/b.git"
      })
  void variablesAndPlainUrlsAreFine(String item) {
    Check.conda("dependencies:\n  - python=3.11\n  - pip:\n      - %s\n".formatted(item))
        .ignores("credentials-in-definition");
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "'{{password}}'", "'${PASSWORD}'", "''"})
  void aRegistryWithoutASecretIsFine(String password) {
    Check.file(
            "env.yml",
            "name: a\ndocker: {baseImage: 'a:1', baseImageRegistry: {address: b, password: %s}}\n"
                .formatted(password))
        .ignores("credentials-in-definition");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "name: https://ada:hunter2@example.org",
        "image: https://ada:hunter2@example.org/a",
        "build: {path: 'ftp://ada:hunter2@example.org'}",
        "build: {path: '.', dockerfile_path: '/https://ada:hunter2@example.org'}",
        "conda_file: https://ada:hunter2@example.org/conda.yml",
        "image: ada:hunter2@example.org/a:1",
        "name: azureml/https://ada:hunter2@example.org",
        "os_type: https://ada:hunter2@example.org",
        "'https://ada:hunter2@example.org': 1",
        "conda_file: {dependencies: [pip=24.0, pip: ['-r https://ada:hunter2@example.org']]}",
        "conda_file: {dependencies: [pip=24.0, pip: ['file://ada:hunter2@x/y']]}"
      })
  void noRuleRepeatsASecret(String line) {
    var findings =
        Check.environment(
                """
                $schema: https://azuremlschemas.azureedge.net/latest/environment.schema.json
                %s
                """
                    .formatted(line))
            .findings();
    assertFalse(findings.isEmpty());
    for (var finding : findings) {
      assertFalse(finding.message().contains("hunter2"), finding::toString);
      finding.fixes().forEach(fix -> assertFalse(fix.title().contains("hunter2"), fix::title));
    }
  }
}
