import cmath
zs=[0j,1+0j,1j,-1+0j,3+4j,-2.5+0.5j,0.3-0.7j,complex(0.9,0.1),1e-5+2j,complex(-1.5,-2.5),10-3j]
bad=0
for f in 'exp log log10 sqrt sin cos tan sinh cosh tanh asin acos atan asinh acosh atanh phase polar'.split():
    for z in zs:
        try: r=getattr(cmath,f)(z)
        except Exception as e: r=(type(e).__name__,str(e))
        print(f,z,r)
print(cmath.rect(2,1.5), cmath.isclose(1+1e-12j,1), cmath.inf, cmath.infj, cmath.log(100,10), cmath.log(8+1j,2j))
