# A virtual MFA device: two codes, a session with a code, replay, out of step, taken off
file with-mfa.json
    {"Version": "2012-10-17", "Statement": [
      {"Effect": "Allow", "Action": "iam:List*", "Resource": "*"},
      {"Effect": "Deny", "Action": "iam:ListUsers", "Resource": "*",
       "Condition": {"BoolIfExists": {"aws:MultiFactorAuthPresent": "false"}}}]}
$ aws iam create-user --user-name kim
? User.UserName -> "kim"
$ aws iam create-access-key --user-name kim
? AccessKey.UserName -> "kim"
save KIM keys AccessKey
$ aws iam put-user-policy --user-name kim --policy-name with-mfa --policy-document file://with-mfa.json
quiet
$ aws iam create-virtual-mfa-device --virtual-mfa-device-name kim-phone --outfile seed.txt --bootstrap-method Base32StringSeed
? VirtualMFADevice.SerialNumber -> "arn:aws:iam::111111111111:mfa/kim-phone"
? VirtualMFADevice.Base32StringSeed -> null
save SEED file seed.txt
$ aws iam create-virtual-mfa-device --virtual-mfa-device-name kim-phone --outfile other.txt --bootstrap-method Base32StringSeed
! EntityAlreadyExists CreateVirtualMFADevice: MFA device already exists.
$ aws iam create-virtual-mfa-device --virtual-mfa-device-name kim-phone
rc 2
err~ aws: error: the following arguments are required: --outfile, --bootstrap-method
$ aws iam list-virtual-mfa-devices --assignment-status Unassigned
? VirtualMFADevices[].SerialNumber -> ["arn:aws:iam::111111111111:mfa/kim-phone"]
$ aws iam enable-mfa-device --user-name kim --serial-number arn:aws:iam::111111111111:mfa/kim-phone --authentication-code1 {SEED@0} --authentication-code2 {SEED@0}
! InvalidAuthenticationCode EnableMFADevice: Authentication code for device is not valid.
$ aws iam enable-mfa-device --user-name kim --serial-number arn:aws:iam::111111111111:mfa/kim-phone --authentication-code1 {SEED@1} --authentication-code2 {SEED@0}
! InvalidAuthenticationCode EnableMFADevice: Authentication code for device is not valid.
$ aws iam enable-mfa-device --user-name kim --serial-number arn:aws:iam::111111111111:mfa/lee-phone --authentication-code1 {SEED@0} --authentication-code2 {SEED@1}
! NoSuchEntity EnableMFADevice: MFA Device with serial number arn:aws:iam::111111111111:mfa/lee-phone does not exist.
$ aws iam enable-mfa-device --user-name kim --serial-number arn:aws:iam::111111111111:mfa/kim-phone --authentication-code1 {SEED@0} --authentication-code2 {SEED@1}
quiet
$ aws iam list-mfa-devices --user-name kim
? MFADevices[].[UserName, SerialNumber] -> [["kim", "arn:aws:iam::111111111111:mfa/kim-phone"]]
$ aws iam list-virtual-mfa-devices --assignment-status Assigned
? VirtualMFADevices[].User.UserName -> ["kim"]
$ aws iam enable-mfa-device --user-name kim --serial-number arn:aws:iam::111111111111:mfa/kim-phone --authentication-code1 {SEED@2} --authentication-code2 {SEED@3}
! EntityAlreadyExists EnableMFADevice: MFA Device is already in use.
; a key alone carries no MFA
$ {KIM} aws iam list-users
! AccessDenied ListUsers: User: arn:aws:iam::111111111111:user/kim is not authorized to perform: iam:ListUsers on resource: arn:aws:iam::111111111111:user/ with an explicit deny in an identity-based policy
$ clock +5m
$ {KIM} aws sts get-session-token --serial-number arn:aws:iam::111111111111:mfa/kim-phone
! AccessDenied GetSessionToken: MultiFactorAuthentication failed, must provide both MFA serial number and one time pass code.
$ {KIM} aws sts get-session-token --serial-number arn:aws:iam::111111111111:user/kim --token-code {SEED@0}
! AccessDenied GetSessionToken: MultiFactorAuthentication failed, unable to validate MFA code.  Please verify your MFA serial number is valid and associated with this user.
$ {KIM} aws sts get-session-token --serial-number arn:aws:iam::111111111111:mfa/kim-phone --token-code {SEED@-20}
! AccessDenied GetSessionToken: MultiFactorAuthentication failed with invalid MFA one time pass code.
$ {KIM} aws sts get-session-token --serial-number arn:aws:iam::111111111111:mfa/kim-phone --token-code {SEED@0}
? Credentials.AccessKeyId ~> ASIA.{16}
save SESSION keys Credentials
$ {SESSION} aws iam list-users
? Users[].UserName -> ["kim"]
$ {SESSION} aws sts get-caller-identity
? Arn -> "arn:aws:iam::111111111111:user/kim"
$ {SESSION} aws sts get-session-token
! AccessDenied GetSessionToken: Cannot call GetSessionToken with session credentials
; a code counts once
$ clock +5m
$ aws iam list-mfa-devices --user-name kim --query MFADevices[].UserName
? @ -> ["kim"]
save CODE text {SEED@1}
$ {KIM} aws sts get-session-token --serial-number arn:aws:iam::111111111111:mfa/kim-phone --token-code {CODE} --duration-seconds 900
? Credentials.SecretAccessKey ~> .{40}
save SHORT keys Credentials
$ {KIM} aws sts get-session-token --serial-number arn:aws:iam::111111111111:mfa/kim-phone --token-code {CODE}
! AccessDenied GetSessionToken: MultiFactorAuthentication failed with invalid MFA one time pass code.
$ {KIM} aws sts get-session-token --duration-seconds 899
rc 255
err~ .*Invalid value for parameter DurationSeconds, value: 899, valid min value: 900
$ {KIM} aws sts get-session-token --duration-seconds 129601
!~ ValidationError GetSessionToken: 1 validation error detected: Value '129601' at 'durationSeconds' failed to satisfy constraint: Member must have value less than or equal to 129600
; without MFA the session is no good for IAM
$ {KIM} aws sts get-session-token
? Credentials.AccessKeyId ~> ASIA.{16}
save PLAIN keys Credentials
$ {PLAIN} aws iam list-roles
rc 255
err~ An error occurred \((AccessDenied|InvalidClientTokenId)\) when calling the ListRoles operation: .*
$ {PLAIN} aws sts get-caller-identity --query Account
? @ -> "111111111111"
; sessions end
$ clock +16m
$ {SHORT} aws iam list-users
! ExpiredToken ListUsers: The security token included in the request is expired
$ {SESSION} aws iam list-users --query "length(Users)"
? @ -> 1
$ clock +12h
$ {SESSION} aws sts get-caller-identity
! ExpiredToken GetCallerIdentity: The security token included in the request is expired
; out of step, and in step again
$ aws iam resync-mfa-device --user-name kim --serial-number arn:aws:iam::111111111111:mfa/kim-phone --authentication-code1 {SEED@0} --authentication-code2 {SEED@2}
! InvalidAuthenticationCode ResyncMFADevice: Authentication code for device is not valid.
$ aws iam resync-mfa-device --user-name kim --serial-number arn:aws:iam::111111111111:mfa/kim-phone --authentication-code1 {SEED@0} --authentication-code2 {SEED@1}
quiet
$ aws iam delete-virtual-mfa-device --serial-number arn:aws:iam::111111111111:mfa/kim-phone
! DeleteConflict DeleteVirtualMFADevice: MFA VirtualDevice in use. Must deactivate first.
$ aws iam deactivate-mfa-device --user-name kim --serial-number arn:aws:iam::111111111111:mfa/kim-phone
quiet
$ aws iam deactivate-mfa-device --user-name kim --serial-number arn:aws:iam::111111111111:mfa/kim-phone
! NoSuchEntity DeactivateMFADevice: MFA Device with serial number arn:aws:iam::111111111111:mfa/kim-phone does not exist.
$ clock +5m
$ {KIM} aws sts get-session-token --serial-number arn:aws:iam::111111111111:mfa/kim-phone --token-code {SEED@0}
! AccessDenied GetSessionToken: MultiFactorAuthentication failed, unable to validate MFA code.  Please verify your MFA serial number is valid and associated with this user.
$ aws iam delete-virtual-mfa-device --serial-number arn:aws:iam::111111111111:mfa/kim-phone
quiet
$ aws iam list-virtual-mfa-devices
? VirtualMFADevices -> []
