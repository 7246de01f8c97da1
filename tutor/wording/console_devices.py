"""The console's sentences about MFA devices and the identity provider in Korean; `console.py` joins them."""

from typing import Final

__all__ = ["DEVICES", "DEVICES_HELP"]

DEVICES: Final[dict[str, str]] = {
    "qr-form": (
        "이렇게 적어요: qr 파일. create-virtual-mfa-device 명령이 쓴 파일이에요. 밝은 터미널에서는 "
        "`qr 파일 밝게`라고 적어요."
    ),
    "not-a-qr": (
        "{path} 파일에는 MFA 기기의 QR 코드가 없어요. `aws iam create-virtual-mfa-device "
        "--bootstrap-method QRCodePNG --outfile 파일 --virtual-mfa-device-name 이름` 명령이 만들어요."
    ),
    "qr": ("휴대폰의 인증 앱으로 찍어요. 터미널이 밝아서 앱이 알아보지 못하면 `qr {path} 밝게` 명령을 써요."),
    "qr-next": (
        "`qr {path}` 명령은 휴대폰으로 찍을 QR 코드를 보여 주고, `code {name}` 명령은 내장 인증 앱이에요."
    ),
    "code-form": "이렇게 적어요: code 기기, 또는 code 기기 next. 기기: {available}",
    "no-device": "{name} MFA 기기가 없어요. 기기: {available}",
    "code": (
        "{name} 기기가 지금 보여 주는 코드와 그다음 코드예요. `code {name} next` 명령은 시계를 다음 코드로 옮겨요."
    ),
    "code-used": (
        "{name} 기기의 첫 코드는 이미 썼고, 코드는 한 번만 통해요. 둘째 코드를 쓰거나 `code {name} next` 명령을 "
        "써요."
    ),
    "mfa-root-only": (
        "`mfa` 명령은 루트 사용자 자신의 화면이에요. 사용자의 기기는 "
        "`aws iam enable-mfa-device --user-name 이름` 명령으로 켜요."
    ),
    "mfa-root": (
        "루트 사용자의 기기를 켜는 AWS 명령은 없어요. 콘솔의 화면에서 해요: 루트로 `mfa 기기`라고 적어요."
    ),
    "mfa-form": "이렇게 적어요: mfa 기기. 그다음 이어지는 두 코드를 빈칸으로 나눠 적어요. 기기: {available}",
    "mfa-enabled": "{name} 기기가 이제 루트 사용자의 MFA 기기예요. `sign-in --root` 명령이 코드를 물어봐요.",
    "mfa-resynced": "{name} 기기의 시간이 다시 맞아요.",
    "mfa-codes": "{name} 기기의 이어지는 두 코드가 아니거나, 이미 쓴 코드예요.",
    "device-taken": "{name} 기기는 이미 주인이 있어요.",
    "devices-full": "루트 사용자의 MFA 기기가 이미 8개라서 더 둘 수 없어요.",
    "explain-page": (
        "루트 사용자가 콘솔의 자기 화면에서 한 일이에요. AWS에 이것을 하는 API가 없고, 정책은 묻지 않았어요."
    ),
    "ask.two-codes": "{name} 기기의 이어지는 두 코드 (빈칸으로 나눠서):",
    "password-expired": (
        "암호가 계정의 암호 정책이 허락하는 기간보다 오래됐고, 만료된 암호는 사용자가 새로 정할 수 없어요. "
        "관리자가 `aws iam update-login-profile` 명령으로 새 암호를 정해야 해요."
    ),
    "password-denied": (
        "암호를 바꿔야 하는데 iam:ChangePassword 작업을 허용하는 것이 없어서, 아무도 로그인하지 않았어요."
    ),
    "password-refused": "새 암호가 계정에 맞지 않아서, 아무도 로그인하지 않았어요.",
    "idp-form": (
        "이렇게 적어요: idp, idp 추가 이름 team=photo, idp 제외 이름, idp 로그인 이름 "
        "(--provider 제공업체, --audience ID, --file 파일)"
    ),
    "idp-providers": (
        "직원 명부예요. 명부에 있는 사람은 계정의 ID 제공업체(IdP)에 로그인해요. 제공업체: {providers}"
    ),
    "idp-no-providers": "직원 명부예요. 아직 이 계정에 연결된 ID 제공업체(IdP)는 없어요.",
    "idp-added": "{name} 직원이 명부에 있어요. `idp 로그인 {name}` 명령이 토큰을 줘요.",
    "idp-removed": (
        "{name} 직원을 명부에서 뺐어요. 이제 토큰을 받지 못해요. AWS가 이미 내준 세션은 끝날 때까지 이어져요."
    ),
    "idp-known": "{name} 직원은 이미 명부에 있어요.",
    "idp-name": "{name} 이름은 쓸 수 없어요. 영문 글자와 숫자, + = , . @ - _ 기호로 2자에서 32자까지예요.",
    "idp-unknown": "ID 제공업체가 {name} 직원을 몰라서 토큰을 주지 않아요. 명부에 있는 사람: {available}",
    "idp-which": (
        "어느 ID 제공업체인지 적어요: --provider 이름. 계정의 제공업체: {available}. "
        "`aws iam create-open-id-connect-provider`, `create-saml-provider` 명령이 제공업체를 만들어요."
    ),
    "idp-oidc": "{name} 직원이 로그인했고, 토큰은 {path} 파일에 있어요. 이렇게 써요: {command}",
    "idp-saml": "{name} 직원이 로그인했고, 어설션은 {path} 파일에 있어요. 이렇게 써요: {command}",
    "explain-directory": "직원 명부는 AWS의 일부가 아니라서, 정책은 묻지 않았어요.",
}

DEVICES_HELP: Final[dict[str, str]] = {
    "help.qr": "{korean}, qr 파일: MFA 기기의 QR 코드를 휴대폰으로 찍을 수 있게 보기",
    "help.code": "{korean}, code 기기: 내장 인증 앱의 코드 보기 (다음 코드로 넘기기: `code 기기 next`)",
    "help.mfa": "{korean}, mfa 기기: 루트 사용자 자신의 MFA 기기를 켜거나 다시 맞추기",
    "help.idp": "{korean}, idp 추가 | 제외 | 로그인 이름: ID 제공업체의 직원 명부와 토큰",
}
