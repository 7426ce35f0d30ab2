package dev.envlens.dockerfile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InstallsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '\u0001',
      value = {
        "pip install numpy pandas==2.0 ~ PIP numpy pandas==2.0",
        "pip3.12 --no-cache-dir install -U 'numpy>=1.2' ~ PIP numpy>=1.2",
        "/opt/conda/bin/python -u -m pip install numpy ~ PIP numpy",
        "sudo -H FOO=1 pip install numpy ~ PIP numpy",
        "conda run -n env --no-capture-output pip install numpy ~ PIP numpy",
        "uv pip install --system numpy ~ PIP numpy",
        "pip install --index-url https://x.io/simple -i y --timeout=9 numpy ~ PIP numpy",
        "pip install -e . -e git+https://x.io/y@1 ~ PIP -e . -e git+https://x.io/y@1",
        "pip install -r a.txt --requirement b.txt -c c.txt -rd.txt -qr e.txt --requirement=f.txt"
            + " ~ PIP <a.txt <b.txt <c.txt <d.txt <e.txt <f.txt",
        "if true; then pip install numpy; fi ~ PIP numpy",
        "set -e && { pip install numpy; } ~ PIP numpy",
        "conda install -y -c conda-forge -n base numpy=1.26 python ~ CONDA numpy=1.26 python",
        "conda install --file conda.txt -yn base numpy ~ CONDA numpy <conda.txt",
        "conda env create -f env.yml ~ CONDA <env.yml",
        "mamba env update --name base --file env.yml ~ MAMBA <env.yml",
        "micromamba install -y -f env.yml -n base ~ MICROMAMBA <env.yml",
        "apt-get update && apt-get install -y --no-install-recommends curl git=1:2.3 && rm -rf /x"
            + " ~ APT_GET curl git=1:2.3",
        "apt-get -qq -o Dpkg::Use-Pty=0 install curl ~ APT_GET curl",
        "[\"pip\", \"install\", \"numpy\"] ~ PIP numpy",
        "[\"bash\", \"-lc\", \"conda install numpy\"] ~ CONDA numpy",
        "pip download numpy ~ ''",
        "pip --version ~ ''",
        "conda clean -afy ~ ''",
        "echo pip install numpy ~ ''",
      })
  void aToolsPackagesAndFilesAreFound(String script, String installs) {
    var file = Dockerfile.parse("FROM x\nRUN " + script + "\n");
    assertEquals(
        installs.equals("''") ? "" : installs,
        file.installs().stream().map(InstallsTest::shown).collect(Collectors.joining(" / ")));
  }

  private static String shown(Install install) {
    return install.tool()
        + install.packages().stream().map(p -> " " + p.text()).collect(Collectors.joining())
        + install.editables().stream().map(e -> " -e " + e.text()).collect(Collectors.joining())
        + install.files().stream().map(f -> " <" + f.word().text()).collect(Collectors.joining());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "pip install numpy>=1.2              | numpy>=1.2",
        "pip install numpy>=1.2,<2 pandas    | numpy>=1.2,<2",
        "pip install numpy<2                 | numpy<2",
        "pip install pandas numpy >=1.2      | numpy >=1.2",
        "pip install numpy >= 1.2            | numpy >= 1.2",
        "pip install torch[cuda]>2           | torch[cuda]>2",
        "conda install -y numpy>=1.2 2>&1    | numpy>=1.2",
      })
  void aBareRedirectionIsFoundWhole(String script, String found) {
    String text = "FROM x\nRUN " + script + "\n";
    var bare = Dockerfile.parse(text).installs().get(0).bareRedirections();
    assertEquals(List.of(found), bare.stream().map(b -> b.range().of(text)).toList());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "pip install 'numpy>=1.2'",
        "pip install \"numpy<2\" > /dev/null 2>&1",
        "pip install numpy>log.txt",
        "pip install numpy 2>errors 1>2",
        "pip install numpy~=1.2 scipy==1.0",
      })
  void aMeantRedirectionIsLeftAlone(String script) {
    var install = Dockerfile.parse("FROM x\nRUN " + script + "\n").installs().get(0);
    assertTrue(install.bareRedirections().isEmpty());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "COPY requirements.txt .;RUN pip install -r requirements.txt           | requirements.txt",
        "COPY requirements.txt /tmp/;RUN pip install -r /tmp/requirements.txt  | requirements.txt",
        "COPY requirements.txt /tmp;RUN pip install -r /tmp/requirements.txt   | requirements.txt",
        "COPY req/dev.txt /tmp/r.txt;RUN pip install -r /tmp/r.txt             | req/dev.txt",
        "COPY [\"req/dev.txt\", \"/tmp/\"];RUN pip install -r /tmp/dev.txt     | req/dev.txt",
        "COPY . /app;WORKDIR /app;RUN pip install -r sub/r.txt                 | sub/r.txt",
        "WORKDIR /app;COPY ./ ./;RUN pip install -r ./r.txt                    | r.txt",
        "COPY src /app;RUN cd /app && pip install -r r.txt                     | src/r.txt",
        "COPY v1.2/ /app;RUN cd /app/x && pip install -r ../r.txt              | v1.2/r.txt",
        "COPY requirements*.txt /app/;RUN pip install -r /app/requirements-dev.txt "
            + "| requirements-dev.txt",
        "COPY a.txt b.txt /app;RUN pip install -r /app/b.txt                   | b.txt",
        "RUN --mount=type=bind,source=r.txt,target=/tmp/x.txt pip install -r /tmp/x.txt | r.txt",
        "COPY env.yml /;RUN conda env create -f /env.yml                       | env.yml",
        "COPY r.txt /a;COPY s.txt /a;RUN pip install -r /a                     | s.txt",
      })
  void aFileIsFollowedToTheContext(String lines, String path) {
    assertEquals(path, contextPath("FROM x;" + lines));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "RUN pip install -r /tmp/requirements.txt",
        "COPY requirements.txt /tmp/;RUN pip install -r /tmp/other.txt",
        "COPY --from=build requirements.txt /tmp/;RUN pip install -r /tmp/requirements.txt",
        "COPY $R /tmp/;RUN pip install -r /tmp/requirements.txt",
        "COPY r.txt /tmp/;RUN pip install -r $DIR/r.txt",
        "COPY r.txt .;RUN cd $X && pip install -r r.txt",
        "COPY . /app;RUN pip install -r https://x.io/r.txt",
      })
  void whatCannotBeToldIsLeftOpen(String lines) {
    assertEquals("", contextPath("FROM x;" + lines));
  }

  @Test
  void aStageSeesWhatItsBaseStageCopied() {
    assertEquals(
        "r.txt",
        contextPath("FROM x AS a;WORKDIR /w;COPY r.txt .;FROM a;RUN pip install -r /w/r.txt"));
    assertEquals("", contextPath("FROM x AS a;COPY r.txt /w/;FROM x;RUN pip install -r /w/r.txt"));
  }

  private static String contextPath(String lines) {
    var installs = Dockerfile.parse(lines.replace(';', '\n')).installs();
    return installs.get(0).files().get(0).contextPath().orElse("");
  }
}
