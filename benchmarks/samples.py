"""The files that are measured with. Every one is an environment with its conda definition inline,
so that one schema covers the whole text, and holds one key that the schema doesn't know: that is
the fault which both servers must report. None has a `$schema`, which the other server would fetch.
Only the projects of `tree` are as people have them: several files that lead to each other.
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
        - shap=0.45.0
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


_PACKAGES = (
    "numpy", "pandas", "scipy", "scikit-learn", "lightgbm", "xgboost", "pyarrow", "matplotlib",
    "seaborn", "requests", "pyyaml", "tqdm", "joblib", "sqlalchemy", "pillow", "networkx",
)
_PIP_PACKAGES = (
    "azureml-mlflow", "azure-identity", "mlflow-skinny", "shap", "optuna", "transformers",
    "datasets", "accelerate", "tokenizers", "fastapi", "uvicorn", "pydantic", "typer", "httpx",
)
_IMAGES = (
    "mcr.microsoft.com/azureml/openmpi4.1.0-ubuntu22.04:20240709.v1",
    "mcr.microsoft.com/azureml/openmpi4.1.0-ubuntu20.04:latest",
    "mcr.microsoft.com/azureml/inference-base-2204:20240709.v1",
)


def tree(count):
    """So many files, as pairs of path and text: folders of ten, each a project with environments
    that share conda files, one environment with its conda definition inline, and jobs.
    """
    return [_project_file(*divmod(index, 10)) for index in range(count)]


def _project_file(project, index):
    folder = f"project-{project:04}"
    if index < 4:
        return f"{folder}/environment-{index}.yml", _environment(project, index)
    if index < 7:
        return f"{folder}/conda-{index - 4}.yml", _conda(project * 7 + index)
    if index == 7:
        return f"{folder}/environment-inline.yml", _inline(project)
    return f"{folder}/job-{index - 8}.yml", _job(project, index)


def _environment(project, index, conda=None):
    source = f"conda_file: conda-{index % 3}.yml" if conda is None else f"conda_file:\n{conda}"
    return (
        f"name: project-{project}-{index}\n"
        f'version: "{index + 1}"\n'
        f"description: Environment {index} of project {project}\n"
        f"{UNKNOWN_KEY}: reviewed by hand\n"
        f"image: {_IMAGES[(project + index) % len(_IMAGES)]}\n"
        "os_type: linux\n"
        f"tags:\n  team: team-{project % 9}\n"
        f"{source.rstrip()}\n"
    )


def _inline(project):
    return _environment(project, 7, _indented(_conda(project, key=None)))


def _conda(seed, key=UNKNOWN_KEY):
    lines = [f"name: generated-{seed}"]
    lines += [f"{key}: reviewed by hand"] if key else []
    lines += ["channels:", "  - conda-forge", "dependencies:", "  - python=3.11.9", "  - pip=24.0"]
    lines += [f"  - {name}{_version(seed + i, '=')}" for i, name in enumerate(_PACKAGES)]
    lines.append("  - pip:")
    lines += [f"      - {name}{_version(seed + i, '==')}" for i, name in enumerate(_PIP_PACKAGES)]
    return "\n".join(lines) + "\n"


def _version(number, equals):
    """One in eight has none."""
    return f"{equals}{number % 4}.{number % 31}.{number % 7}" if number % 8 else ""


def _job(project, index):
    environment = (
        "environment: file:environment-0.yml" if index == 8 else
        f"environment:\n  image: {_IMAGES[project % len(_IMAGES)]}\n  conda_file: conda-1.yml"
    )
    return (
        f"command: python train.py --project {project}\n"
        "code: src\n"
        f"{environment}\n"
        "compute: azureml:cpu-cluster\n"
        f"experiment_name: project-{project}\n"
    )


def _indented(text):
    return "".join(f"  {line}\n" for line in text.splitlines())
