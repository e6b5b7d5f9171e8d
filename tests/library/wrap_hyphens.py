# Where a word with hyphens may be broken: two letters before, or one behind a letter's hyphen.
import textwrap

for text in (
    "this-is-a-useful-feature-for-reformatting-posts-from-tim-peters'ly",
    "a-b-c-d-e", "ab-c-de", "x-ray e-mail e-mails-of-a-b", "1-2-3 12-34 ab-12 12-ab",
    "one--two--three", "foo---bar", "it's-a-boy!-or-girl", "half-\u00fcber-gro\u00df", "_a-_b-c_d",
    "--option and --other-option=some-value", "well-known-(bracket)-thing", "--", "a--b-cd-ef",
):
    for width in (4, 10):
        print(textwrap.wrap(text, width, break_long_words=False))
