from grading.cli import main

main(prog_name="python -m grading")
