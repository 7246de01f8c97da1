"""The console's own sentences in English, as they stand on stdout and stderr; a kind each.

`tutor/wording/console.py` holds the same in both languages.
"""

from collections.abc import Mapping
from typing import Final

from tutor.gateway.english_devices import DEVICES, DEVICES_HELP

REFUSALS: Final = {
    "outside-service": (
        "`aws {command}` is a real AWS command, but the service {command} is not part of this sandbox. "
        "The nearest that works here is `{nearest}`. Here you can use: {available}."
    ),
    "outside-operation": (
        "`aws {service} {command}` is a real AWS command, but it is not part of this sandbox. "
        "The nearest one that works here is `aws {service} {nearest}`."
    ),
    "outside-unlike": (
        "`aws {service} {command}` is a real AWS command, but it is not part of this sandbox. "
        "Nothing here does the same; nearest to it is `aws {service} {nearest}`."
    ),
    "outside-request": (
        "The operation {operation} of the service {service} is not part of this sandbox. "
        "The nearest that works here is {nearest}."
    ),
    "outside-file": "The file {path} is outside your workspace. The console reads and writes only in there.",
    "linked-file": "The file {path} is a link that leads outside your workspace. Put a copy there instead.",
    "no-network": (
        "The console has no network: {url} was not fetched. Save the text as a file and use file://NAME."
    ),
    "no-input": "The console has no standard input: write the file into your workspace and name it.",
    "endpoint": "--endpoint-url is not needed here: every command of this console goes to the sandbox.",
    "debug": "--debug has nothing to add here: the sandbox's own decision view shows each request.",
    "not-a-command": (
        "{word} is not a command of this console. Begin with `aws`, or type `help` for the words there are "
        "(`history`, `sign-in`, `ls` and others)."
    ),
    "not-a-command-but": (
        "{word} is not a command of this console. Did you mean `{nearest}`? `help` lists the words there are."
    ),
    "perhaps-meant": "The nearest command is `{meant}`.",
    "open-quote": "A quotation mark was opened and not closed.",
    "shell-pipe": (
        "{sign} sends output into another program, and this console has no other programs. "
        "Pick out what you need with --query, and choose its form with --output json, table or text."
    ),
    "shell-list": (
        "{sign} joins commands. This console runs one command a line: type the next one on the next line."
    ),
    "shell-output": (
        "{sign} writes output into a file. This console shows it on the screen; commands that make a file "
        "take its name, such as `aws s3api get-object ... FILE`."
    ),
    "shell-input": "{sign} reads a file as input. Name the file in the option instead: file://NAME.",
    "shell-substitution": (
        "{sign} runs a command inside a command. Here run the inner one first with --query and --output "
        "text, "
        "keep its answer as NAME=VALUE and use $NAME. A --query with backticks goes into single quotes."
    ),
    "shell-glob": (
        "{sign} would stand for file names in a shell ({files}). Name each file here, or put the word into "
        "single quotes if you mean the sign itself; `aws s3 cp --recursive` has --exclude and --include."
    ),
    "shell-home": (
        "{sign} is your home folder in a shell. This console has only your workspace: name files from there."
    ),
    "variable-form": (
        "{text} is not something this console fills in: $NAME and ${{NAME}} are. For text with a $ in it, "
        "such as a policy variable, use single quotes."
    ),
    "no-variable": (
        "There is no variable {name}. Set it with {name}=VALUE or `export {name}=VALUE`; "
        "if you mean the text itself, use single quotes."
    ),
    "variable-name": (
        "{name} cannot be a variable: write NAME=VALUE without spaces around =, with a name of letters, "
        "digits and _ that does not begin with a digit."
    ),
    "not-a-file": "There is no file {path} in your workspace.",
    "file-trouble": "The file {path} cannot be used: {why}.",
    "names-a-file": "`{word}` needs the name of a file in your workspace; `ls` lists them.",
    "too-long": "The file {path} is longer than this console shows.",
    "edit": (
        "There is no editor here: put {path} into your workspace folder with an editor of your own, "
        "or give the text in single quotes in the command itself."
    ),
    "clock-form": "Write the step like this: clock +1h (also +30m, +2d, +10s, +1d12h, -1h).",
    "clock-reach": "The sandbox clock cannot go that far.",
    "history-form": "Write it like this: history, history 5, history all, history before, history before jun",
    "goto-form": "Write it like this: goto 3. The number stands in front of each request in `history`.",
    "explain-form": "Write it like this: explain, or explain 3 with a number from `history`.",
    "no-such-request": "There is no request {number}; the numbers go up to {last}. `history` lists them.",
    "no-help": "There is no help for {word}. `help` lists the words; `aws help` is AWS's own.",
    "nothing-to-undo": "There is nothing to undo.",
    "nothing-to-redo": "There is nothing to do again.",
    "no-profile": "There is no profile {name} yet; `aws configure list-profiles` names those there are.",
    "no-profile-keep": (
        "There is no profile {name} yet: `keep {name}` makes it of the credentials you were given last."
    ),
    "exists-already": "It is there already. `{command}` changes what it says.",
    "file-forgotten": "{name} is a file: write file://{name}, else the name itself is taken for the policy.",
    "ascii-name": (
        "AWS takes only Latin letters, digits and a few symbols in names, so {name} cannot be one; "
        "a tag may hold it: --tags Key=Name,Value={name}"
    ),
}
"""What was not done, and what works instead."""

DONE: Final = {
    "undone": "Undone: {what}",
    "undone-idle": "Undone: {what}. What came after it was refused or only looked, and had changed nothing.",
    "undone-first": "Undone: {what} (AWS itself has no undo; only this sandbox does.)",
    "undone-first-idle": (
        "Undone: {what}. What came after it was refused or only looked, and had changed nothing. "
        "(AWS itself has no undo; only this sandbox does.)"
    ),
    "redone": "Done again: {what}",
    "reset-ask": "`reset` takes the account back to its beginning. Type `reset` once more to do it.",
    "reset": "The account is as it was at the beginning.",
    "gone-to": (
        "The account is as it was after request {number}. What you do now begins a new branch; "
        "`history all` also lists what you left."
    ),
    "gone-to-beginning": (
        "The account is as it was before your first request. What you do now begins a new branch; "
        "`history all` also lists what you left."
    ),
    "no-requests": "No request has been made yet.",
    "no-such-before": "Nothing from before your first line has {word} in it.",
    "no-requests-before": "Nothing was recorded before your first line.",
    "explain-sign-in": (
        "Signing in is the first gate: it compares a password, and a code if there is an MFA device. "
        "No policy is asked."
    ),
    "clock": "The sandbox clock shows {time} UTC.",
    "keep-form": "Write it like this: keep pickup. The name is that of the profile to make.",
    "nothing-to-keep": "There are no credentials to keep. Get some first, as with `aws sts assume-role`.",
    "kept": (
        "The credentials of {whose} ({key}) are the profile {name} now: end a line with "
        "`--profile {name}`. At work you carry the three values over with `aws configure set` or `export`."
    ),
    "report-form": "Write it alone: report. It shows the newest credential report as a table.",
    "no-report": "There is no credential report yet: `aws iam generate-credential-report` makes one.",
    "report": (
        "Shortened. At work you read all columns: `aws iam get-credential-report --query Content "
        "--output text | base64 --decode`."
    ),
    "not-exported": "{name} is set for this console only. `export {name}` lets `aws` see it.",
    "no-effect": "{name} has no effect here: this console reads no AWS settings from files or the network.",
}
"""What was done, and what goes with it."""

IDENTITY: Final = {
    "configure": (
        "Here `aws configure` takes no more than: nothing (it asks), list, list-profiles, get NAME, set "
        "NAME VALUE. "
        "Profiles are kept in your save; this console never touches AWS settings on your computer."
    ),
    "configured": "The profile {name} is kept in your save.",
    "no-setting": "{setting} is not a setting of this console. There are: {available}.",
    "secret-kept": "The save keeps {setting} and does not show it again.",
    "no-profiles": "There is no profile yet. `aws configure --profile NAME` makes one.",
    "ask.aws_access_key_id": "AWS Access Key ID [{now}]:",
    "ask.aws_secret_access_key": "AWS Secret Access Key [{now}]:",
    "ask.region": "Default region name [{now}]:",
    "ask.output": "Default output format [{now}]:",
    "ask.password": "Password:",
    "ask.first-password": "This root user has no password yet. Choose one (8 characters, three kinds):",
    "ask.new-password": "This password is to be changed. New password:",
    "ask.code": "MFA code:",
    "sign-in-form": (
        "Write it like this: sign-in --account ACCOUNT --user NAME, or sign-in --root EMAIL. "
        "The password is asked for."
    ),
    "sign-in-failed": "Your authentication information is incorrect. Please try again.",
    "sign-in-code": (
        "The MFA code does not fit the device, or was used before. Wait for the next one and try again."
    ),
    "sign-in-left": "Nobody was signed in.",
    "address-form": "{address} is not an e-mail address.",
    "password-weak": (
        "Please choose a stronger password: 8 or more characters, of at least three kinds (capitals, small "
        "letters, digits, symbols)."
    ),
    "signed-in": (
        "Signed in as {arn} until {until} UTC. `aws` without --profile is now this identity; `sign-out` "
        "ends it."
    ),
    "own-sign-in-page": (
        "The account came from the address of its own sign-in page, "
        "https://{account}.signin.aws.amazon.com/console; anywhere else you say it too, with --account."
    ),
    "password-changed": "The password is changed. Signed in as {arn}.",
    "not-signed-in": "Nobody is signed in.",
    "signed-out": "Signed out.",
    "sign-in-gone": "The sign-in was before the moment you went back to: nobody is signed in any more.",
    "ssh-form": "Write it like this: ssh INSTANCE, with an id such as i-0123456789abcdef0.",
    "no-instance": "There is no running instance {instance}. `aws ec2 describe-instances` lists them.",
    "on-instance": (
        "You are on {instance}. Its role {role} signs what you type: no key lies here, and new credentials "
        "come by themselves. `exit` leaves."
    ),
    "on-instance-alone": (
        "You are on {instance}. It has no instance profile, so `aws` finds no credentials here. `exit` "
        "leaves."
    ),
    "on-instance-untrusted": (
        "You are on {instance}. The trust policy of its role {role} does not let ec2.amazonaws.com assume "
        "it, "
        "so `aws` finds no credentials here. `exit` leaves."
    ),
    "instance-gone": "The instance {instance} is not running any more, so its shell was left.",
    "left-instance": "You left {instance}.",
    "not-on-an-instance": "You are on no instance, so there is nothing to leave.",
    "leave-first": "{word} does not work on an instance. `exit` leaves {instance}.",
}
"""Who somebody is: profiles, the console's door, instances."""

HELP: Final = {
    "help.first": "These words work beside `aws`, in Korean too:",
    "help.sign-in": (
        "sign-in, {korean}: sign in with a password: --account ACCOUNT --user NAME, or --root EMAIL"
    ),
    "help.sign-out": "sign-out, {korean}: end the sign-in",
    "help.profiles": "profiles, {korean}: the profiles for --profile; `aws configure` makes one",
    "help.export": "export NAME=VALUE, {korean}: a variable that `aws` sees, such as AWS_PROFILE",
    "help.unset": "unset NAME, {korean}: take a variable away",
    "help.echo": "echo TEXT, {korean}: show a text with its variables filled in",
    "help.ls": "ls, {korean}: the files of your workspace",
    "help.cat": "cat FILE, {korean}: show a file",
    "help.edit": "edit FILE, {korean}: change a file",
    "help.rm": "rm FILE, {korean}: delete a file",
    "help.date": "date, {korean}: the time in the sandbox",
    "help.keep": "keep NAME, {korean}: use the credentials that you were given as the profile NAME",
    "help.report": "report, {korean}: the newest credential report as a table",
    "help.clock": "clock +1h, {korean}: move the time in the sandbox (also +2d, +30m, -1h)",
    "help.explain": "explain [N], {korean}: why the last request, or request N, was allowed or denied",
    "help.undo": "undo, {korean}: take back the last line that changed something",
    "help.redo": "redo, {korean}: do again what was undone",
    "help.history": "history [N | all | before [WORD]], {korean}: the last requests; before: until you came",
    "help.goto": "goto N, {korean}: go to the moment after request N, and on from there",
    "help.reset": "reset, {korean}: back to the beginning (asks first)",
    "help.ssh": "ssh INSTANCE, {korean}: the shell of a running instance",
    "help.exit": "exit, {korean}: leave the instance",
    "help.help": "help [WORD], {korean}: this page, or one word of it",
    "help.aws": (
        "aws SERVICE COMMAND: the real AWS CLI; its own pages are `aws help` and `aws iam create-user help`"
    ),
    "help.shell": (
        "Quotes, $NAME and NAME=VALUE work as in a shell. Pipes, > and $( ) do not: use --query and --output."
    ),
}
"""What `help` tells."""

ENGLISH: Final[Mapping[str, str]] = {**REFUSALS, **DONE, **IDENTITY, **DEVICES, **HELP, **DEVICES_HELP}
