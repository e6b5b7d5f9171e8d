from __future__ import annotations, division
import __future__
for n in __future__.all_feature_names:
    print(n, getattr(__future__, n))
print(annotations.getOptionalRelease(), division.getMandatoryRelease(), sorted(__future__.__all__)[:3])
def f(x: Undefined) -> Nothing: pass
print(f.__annotations__)
