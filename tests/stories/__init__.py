"""Console lines with the answers that AWS documents, as data: one text file a story.

A story is `NN-name.story`, in UTF-8. `test_console.py` plays all of them through the console, in memory;
`test_endpoint.py` plays the portable ones with the `aws` program and a real shell against `iam-tutor
endpoint`. Both begin each story in an empty account 111111111111, as its root, region us-east-1, in an empty
folder.

Head, before the first line that is typed:

    # Title of the story
    ; a remark, here and anywhere else
    console only: REASON   what only the console has: sign-in, undo, questions, accounts made at once
    profile NAME JSON      a profile of the console, as `Save.set_profile` takes it; only if console only
    file NAME              a file of the workspace: the lines below that begin with four spaces, without these

Steps: what is typed, then what is expected of it. A line in a learner's shell begins with `$`; `%` begins a
line that only the console understands and that changes nothing (`explain`, `history`): the endpoint's player
leaves it out. `$ clock +2h` is a control request there, and what it prints is not looked at.

    $ aws iam create-user --user-name kim
    ? User.UserName -> "kim"            JMESPath on the JSON answer -> the JSON value
    ? User.UserId ~> AIDA[A-Z0-9]{17}   JMESPath on the answer ~> a regular expression for the whole text
    = kim<TAB>lee                       a line of stdout; together all of them, from first to last
    ~ .*shows 2026-01-05.*              a regular expression that some whole line of stdout fits
    quiet                               nothing on stdout
    ! NoSuchEntity GetUser: The ...     exit code 255, and stderr has AWS's line with code, operation and
                                        this very text (`!~` instead: the text is a regular expression)
    rc 2                                the exit code, where it is neither 0 nor that of `!`
    err aws: error: ...                 a whole line of stderr (`err~`: a regular expression for one)

Every step states what it expects: a success at least one of `? = ~ quiet`, a failure `!`, or `rc` and `err`.
Only `clock`, `export`, `unset` and `aws configure set` may succeed without.

What AWS makes up is kept for later lines, as the text of one value:

    save NAME JMESPATH         from the JSON answer
    save NAME keys JMESPATH    from the object with the key, the AWS_ACCESS_KEY_ID=... and so on that a line
                               begins with: `save KIM keys AccessKey`, then `$ {KIM} aws iam get-user`
    save NAME file PATH        what a file of the workspace holds now
    save NAME error REGEX      from stderr, what stands in the expression's first pair of brackets
    save NAME text TEXT        a text, with what stands in it for `{...}`

`{NAME}` (capitals, digits, `_`; not after `$`) in later lines, expectations and `save` is that value;
`{SEED@0}` is the code that an authenticator with the seed in SEED shows now by the sandbox's clock,
`{SEED@1}` the one after it. In the console each request moves the clock on by 20 seconds, elsewhere it is the
wall's: no portable story names a time of day.
"""
