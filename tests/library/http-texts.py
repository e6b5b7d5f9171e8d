from http import HTTPMethod, HTTPStatus

for status in HTTPStatus:
    print(repr(status), status.phrase, '|', status.description)
for method in HTTPMethod:
    print(repr(method), method, '|', method.description)
print(HTTPMethod('GET') is HTTPMethod.GET, HTTPStatus(418).name)
