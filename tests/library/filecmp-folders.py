# Comparing files and folders in a temporary one.
import filecmp
import os
import tempfile

with tempfile.TemporaryDirectory() as root:
    os.chdir(root)
    for folder in ('a/sub', 'b/sub', 'a/only'):
        os.makedirs(folder)
    for path, text in [('a/same', 'x'), ('b/same', 'x'), ('a/differs', 'one'),
                       ('b/differs', 'two!'), ('a/left', ''), ('b/right', ''),
                       ('a/sub/deep', '1'), ('b/sub/deep', '1'),
                       ('b/sub/more', '')]:
        with open(path, 'w') as file:
            file.write(text)
    print(filecmp.cmp('a/same', 'b/same', shallow=False),
          filecmp.cmp('a/differs', 'b/differs'), filecmp.cmp('a', 'b'))
    print(filecmp.cmpfiles('a', 'b', ['same', 'differs', 'absent'], False))
    compared = filecmp.dircmp('a', 'b')
    print(compared.left_list, compared.right_list, sorted(compared.common))
    print(sorted(compared.left_only), sorted(compared.right_only))
    print(sorted(compared.same_files), compared.diff_files,
          compared.funny_files, compared.common_dirs, compared.common_funny)
    print(compared.subdirs['sub'].right_only)
    compared.report_full_closure()
    os.chdir('/')
