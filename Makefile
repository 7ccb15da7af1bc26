# Every command of the course; `make help` lists them.
# All of them work from a clean checkout: install.sh makes .venv first.

.DEFAULT_GOAL := help
.PHONY: help install frameworks cluster demo demo-clean check test kill bench bench-grading release handout docs lab

# The one thing that a path in here can be relative to.
ifeq ($(wildcard nbgrader_config.py),)
$(error Run make in the course's own folder: cd "$(patsubst %/,%,$(dir $(lastword $(MAKEFILE_LIST))))" first, or make -C "$(patsubst %/,%,$(dir $(lastword $(MAKEFILE_LIST))))" $(MAKECMDGOALS))
endif

python := .venv/bin/python
# nbgrader calls alembic, and JupyterLab its extensions' commands, by name.
export PATH := $(CURDIR)/.venv/bin:$(PATH)

help: ## list the commands
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' Makefile

# What a command needs beyond the course's own packages.
check: extras = test
test: extras = test docs frameworks sandbox browser
docs handout: extras = docs
kill: extras = test frameworks
bench: extras = bench
bench-grading: extras = frameworks sandbox
cluster: extras = cluster sandbox
frameworks: extras = frameworks
demo: extras = sandbox $(if $(ALL),frameworks)

install: ## make .venv with the pinned packages, or bring it up to date
	@sh install.sh $(extras)

frameworks: install ## add what part 3 of the course needs: PyTorch and TensorFlow

cluster: install ## add what grading on a Dask cluster needs

demo: install ## release, grade a demonstration class, print its marks; ALL=1: every exercise
	@$(python) -m grading demo $(if $(ALL),--all)

demo-clean: install ## take the demonstration class out of the course again
	@$(python) -m grading demo --remove

check: install ## run what finds most mistakes within a minute: style, types, dp, structure, layers
	@$(python) -m ruff check .
	@$(python) -m ruff format --check grading coursework tests benchmarks
	@$(python) -m mypy
	@OMP_NUM_THREADS=1 $(python) -m pytest --quiet --numprocesses=2 \
		dp tests/library tests/notebooks/test_structure.py tests/test_*.py

test: install ## run every test: library, notebooks, pipeline
	@$(python) -m ruff check .
	@OMP_NUM_THREADS=1 $(python) -m pytest --numprocesses=3 # half of the time of two cores was waiting

kill: install ## test the tests of one exercise: make kill EXERCISE=part1-1-autodiff-scalar
	@PYTHONPATH=tests $(python) -m kill $(EXERCISE) $(OPTIONS)

bench: install ## compare dp with NumPy written by hand and with its peers, 10 minutes
	@$(python) -m benchmarks.library

bench-grading: install ## compare grading with plain nbgrader, half an hour
	@$(python) -m benchmarks.grading

release: install ## generate release/ from source/
	@$(python) -m grading release

handout: install ## build the students' zip file; EXERCISES='part1-*': only these
	@$(python) -m grading handout $(OPTIONS) $(foreach exercise,$(EXERCISES),'$(exercise)')

docs: install ## build the site, docs/_build/html/index.html
	@$(python) docs/build.py

lab: install ## open JupyterLab on the course, at the page that says what comes next
	@$(python) -m jupyterlab --LabApp.default_url=/grading
