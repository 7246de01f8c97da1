"""The console's sentences about MFA devices and the identity provider in English; `english.py` joins them."""

from typing import Final

__all__ = ["DEVICES", "DEVICES_HELP"]

DEVICES: Final = {
    "qr-form": (
        "Write it like this: qr FILE, with the file that create-virtual-mfa-device wrote; "
        "`qr FILE light` is for a light terminal."
    ),
    "not-a-qr": (
        "{path} holds no QR code of an MFA device. `aws iam create-virtual-mfa-device "
        "--bootstrap-method QRCodePNG --outfile FILE --virtual-mfa-device-name NAME` writes one."
    ),
    "qr": (
        "Scan it with an authenticator app on your phone. If your terminal is light and the app sees "
        "nothing, type `qr {path} light`."
    ),
    "qr-next": "`qr {path}` shows the QR code for your phone; `code {name}` is the built-in authenticator.",
    "code-form": "Write it like this: code DEVICE, or code DEVICE next. Devices: {available}.",
    "no-device": "There is no MFA device {name}. Devices: {available}.",
    "code": (
        "This is the code that {name} shows now, and the one after it. `code {name} next` moves the clock "
        "on to the next code."
    ),
    "code-used": (
        "The first code of {name} was used, and each works only once: take the second, or type "
        "`code {name} next`."
    ),
    "mfa-root-only": (
        "`mfa` is the root user's own page. For a user there is `aws iam enable-mfa-device --user-name NAME`."
    ),
    "mfa-root": (
        "No command of AWS enables a device for the root user. That is done on the console's own page: "
        "type `mfa DEVICE` as root."
    ),
    "mfa-form": (
        "Write it like this: mfa DEVICE, then two codes that follow each other, with a space between. "
        "Devices: {available}."
    ),
    "mfa-enabled": "{name} is the root user's MFA device now; `sign-in --root` asks for its code.",
    "mfa-resynced": "{name} is in step again.",
    "mfa-codes": "These are not two codes of {name} that follow each other, or they were used before.",
    "device-taken": "{name} belongs to somebody already.",
    "devices-full": "The root user has 8 MFA devices and can have no more.",
    "explain-page": (
        "This was done on the console's own page for the root user. AWS has no API for it, and no policy was "
        "asked."
    ),
    "ask.two-codes": "Two codes of {name} that follow each other, with a space between:",
    "password-expired": (
        "The password is older than the account's password policy allows, and users may not renew one that "
        "has expired. An administrator has to set a new one: `aws iam update-login-profile`."
    ),
    "password-denied": (
        "The password has to be changed, but nothing allows iam:ChangePassword, so nobody was signed in."
    ),
    "password-refused": "The new password does not suit the account, so nobody was signed in.",
    "idp-form": (
        "Write it like this: idp, idp add NAME team=photo, idp remove NAME, or idp sign-in NAME "
        "(with --provider PROVIDER, --audience ID, --file FILE)."
    ),
    "idp-providers": (
        "This is the staff directory. Its people sign in at the identity providers of the account: "
        "{providers}."
    ),
    "idp-no-providers": "This is the staff directory. The account has no identity provider yet.",
    "idp-added": "{name} is in the staff directory. `idp sign-in {name}` gives a token.",
    "idp-removed": (
        "{name} is struck off: no more tokens. Sessions that AWS has given out go on until they end."
    ),
    "idp-known": "{name} is in the staff directory already.",
    "idp-name": "{name} cannot be a name here: 2 to 32 Latin letters, digits and + = , . @ - _",
    "idp-unknown": (
        "The identity provider does not know {name}, so there is no token. In the directory: {available}."
    ),
    "idp-which": (
        "Say at which identity provider: --provider NAME. The account has: {available}. "
        "`aws iam create-open-id-connect-provider` and `create-saml-provider` make one."
    ),
    "idp-oidc": "{name} signed in; the token is in the file {path}. With it: {command}",
    "idp-saml": "{name} signed in; the assertion is in the file {path}. With it: {command}",
    "explain-directory": "The staff directory is no part of AWS, and no policy was asked.",
}

DEVICES_HELP: Final = {
    "help.qr": "qr FILE, {korean}: show the QR code of an MFA device, to be scanned by a phone",
    "help.code": (
        "code DEVICE, {korean}: what the built-in authenticator shows (`code DEVICE next`: the next one)"
    ),
    "help.mfa": "mfa DEVICE, {korean}: enable or resync the root user's own MFA device",
    "help.idp": "idp add | remove | sign-in NAME, {korean}: the identity provider's people and their tokens",
}
