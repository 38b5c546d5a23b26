import sys

if __name__ == "__main__":
    from benchmarks.planning import planning
    from benchmarks.figures import table

    print(table(planning(int(sys.argv[1]), "pg" in sys.argv, int(sys.argv[2]))))
