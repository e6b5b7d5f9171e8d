# Surrogates in patterns: no character of these texts is one.
import re
print(re.findall('[\\ud800-\\udfff]', 'a😀é'), re.findall(r'[^\ud800-\udfff]', 'a😀é'))
print(re.match(r'\ud83c[\udffb-\udfff]|a', 'a'), re.findall(r'[a\ud800]', 'ab'))
print(re.findall(r'[\ud800-\uffff]', 'a\ue000\uffff'), re.findall(r'[a-\udc00]', 'a\ud7ffz`'))
