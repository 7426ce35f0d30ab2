package dev.envlens.check;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnpinnedInstallTest {

  private static final String FROM = "FROM python:3.12.8\n";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "RUN pip install «numpy»",
        "RUN pip3 install --no-cache-dir «numpy[mkl]» «'scipy'» pandas==2.2.3",
        "RUN python -m pip install --upgrade «pip»",
        "RUN uv pip install --system «numpy»",
        "RUN conda install -y -c conda-forge «numpy» python=3.12",
        "RUN mamba install «conda-forge::numpy»",
        "RUN micromamba install -n base «numpy»",
        "RUN apt-get update && apt-get install -y --no-install-recommends «git» curl=8.5.0 «g++»",
        "RUN apt install «libc6:amd64»"
      })
  void aBareName(String run) {
    Check.file("Dockerfile", FROM + run + "\n")
        .finds("unpinned-install")
        .as(Severity.INFORMATION)
        .unfixed();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "RUN pip install numpy==1.26.4",
        "RUN pip install 'numpy>=1.2'",
        "RUN pip install numpy>=1.2",
        "RUN pip install numpy >= 1.2",
        "RUN pip install -r requirements.txt",
        "RUN pip install . -e ./src git+https://example.org/x",
        "RUN pip install -c limits.txt numpy",
        "RUN pip install $PACKAGES",
        "RUN pip install {{package}}",
        "RUN pip uninstall numpy",
        "RUN conda install 'numpy[version=1.26.4]'",
        "RUN conda env create -f environment.yml",
        "RUN apt-get install ./tool.deb vim- git/stable",
        "RUN echo pip install numpy"
      })
  void othersAreNot(String run) {
    Check.file("Dockerfile", FROM + run + "\n").ignores("unpinned-install");
  }

  @Test
  void itSaysWhatToWrite() {
    Check.file("Dockerfile", FROM + "RUN pip install «numpy»\n")
        .finds("unpinned-install")
        .saying(
            "'numpy' has no version, so a later build may install another one. Add the version that"
                + " you want, as in 'numpy==1.2.3'.");
  }

  @Test
  void aCommentSilencesIt() {
    Check.file("Dockerfile", FROM + "# envlens: ignore unpinned-install\nRUN pip install numpy\n")
        .ignores("unpinned-install");
  }
}
