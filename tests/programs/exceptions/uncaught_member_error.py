import sys
sys.exut()
