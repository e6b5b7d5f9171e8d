import socket
try:
    print(socket.socket().family.name)
except OSError as error:
    print(error)
