"""The kill matrix: tests of the exercises' tests.

Every solution cell of an exercise is replaced by other correct solutions (*wheats*), by
typical mistakes (*chaffs*), by the untouched stub, by *liars* that return nonsense and by
automatic *mutants* of the reference. Wheats must pass every test, each of the others must
fail those meant for it. After Wrenn and Krishnamurthi, Examplar (ICER 2019).
"""
