"""The files that are measured with. Every one is an environment with its conda definition inline,
so that one schema covers the whole text, and holds one key that the schema doesn't know: that is
the fault which both servers must report. None has a `$schema`, which the other server would fetch.
"""

UNKNOWN_KEY = "remark"

SMALL = """\
name: forecast-train
version: "7"
description: Nightly training of the demand forecast
remark: reviewed by hand
image: mcr.microsoft.com/azureml/openmpi4.1.0-ubuntu22.04:latest
os_type: linux
tags:
  team: forecasting
  stage: experimental
conda_file:
  name: forecast
  channels:
    - conda-forge
    - nodefaults
  dependencies:
    - python=3.11.9
    - pip=24.0
    - numpy=1.26.4
    - pandas=2.2.2
    - scipy=1.13.0
    - scikit-learn=1.4.2
    - lightgbm=4.3.0
    - pip:
        - azureml-defaults==1.57.0
        - azureml-mlflow==1.57.0
        - mlflow-skinny==2.12.1
        - shap==0.45.0
        - optuna==3.6.1
  variables:
    OMP_NUM_THREADS: "4"
"""

_HEAD = """\
name: generated
description: A definition that a tool has written
remark: reviewed by hand
image: mcr.microsoft.com/azureml/openmpi4.1.0-ubuntu22.04:latest
os_type: linux
conda_file:
  channels:
    - conda-forge
  dependencies:
    - python=3.11.9
    - pip=24.0
"""


def large(dependencies, unpinned=False):
    """An environment with that many dependencies, half of them conda's and half pip's: all with an
    exact version, or every second one without any.
    """

    def version(index, equals):
        if unpinned and index % 2:
            return ""
        return f"{equals}{index % 9}.{index % 31}.{index % 7}"

    conda = dependencies // 2
    lines = [f"    - library-{i}{version(i, '=')}" for i in range(2, conda)]
    lines.append("    - pip:")
    lines += [f"        - package-{i}{version(i, '==')}" for i in range(conda, dependencies)]
    return _HEAD + "\n".join(lines) + "\n"
