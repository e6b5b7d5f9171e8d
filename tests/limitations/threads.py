import threading
try:
    threading.Thread(target=print, args=('ran',)).start()
except RuntimeError as error:
    print(error)
