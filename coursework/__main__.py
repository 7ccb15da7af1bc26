from coursework.cli import main

main(prog_name="coursework")
