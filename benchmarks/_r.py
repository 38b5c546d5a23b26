import sys
if __name__=="__main__":
    from benchmarks.reading import reading
    from benchmarks.figures import table
    print(table(reading(int(sys.argv[1]))))
