# Passwords: login profiles, the account's password policy, change-password
$ aws iam create-user --user-name kim
? User.UserName -> "kim"
$ aws iam get-login-profile --user-name kim
! NoSuchEntity GetLoginProfile: Login Profile for User kim cannot be found.
$ aws iam create-login-profile --user-name kim --password tide1
! PasswordPolicyViolation CreateLoginProfile: Password does not conform to the account password policy.
$ aws iam create-login-profile --user-name kim --password tideandmoon
! PasswordPolicyViolation CreateLoginProfile: Password does not conform to the account password policy.
$ aws iam create-login-profile --user-name kim --password 'Tide-2026-high' --password-reset-required
? LoginProfile.[UserName, PasswordResetRequired] -> ["kim", true]
$ aws iam create-login-profile --user-name kim --password 'Tide-2026-high'
! EntityAlreadyExists CreateLoginProfile: Login Profile for user kim already exists.
$ aws iam create-login-profile --user-name nobody --password 'Tide-2026-high'
! NoSuchEntity CreateLoginProfile: The user with name nobody cannot be found.
$ aws iam update-login-profile --user-name kim --no-password-reset-required
quiet
$ aws iam get-login-profile --user-name kim
? LoginProfile.UserName -> "kim"
? LoginProfile.PasswordResetRequired -> false
$ aws iam get-account-password-policy
! NoSuchEntity GetAccountPasswordPolicy: The Password Policy with domain name 111111111111 cannot be found.
$ aws iam delete-account-password-policy
! NoSuchEntity DeleteAccountPasswordPolicy: The account policy with name PasswordPolicy cannot be found.
$ aws iam update-account-password-policy --minimum-password-length 5
rc 255
err~ .*Invalid value for parameter MinimumPasswordLength, value: 5, valid min value: 6
$ aws iam update-account-password-policy --minimum-password-length 129
! ValidationError UpdateAccountPasswordPolicy: 1 validation error detected: Value at 'minimumPasswordLength' failed to satisfy constraint: Member must have value less than or equal to 128
$ aws iam update-account-password-policy --minimum-password-length 14 --require-symbols --max-password-age 90
quiet
$ aws iam get-account-password-policy
? PasswordPolicy.[MinimumPasswordLength, RequireSymbols, RequireNumbers, ExpirePasswords, MaxPasswordAge] -> [14, true, false, true, 90]
$ aws iam update-login-profile --user-name kim --password 'Tide-26-low'
! PasswordPolicyViolation UpdateLoginProfile: Password does not conform to the account password policy.
; what an update leaves out goes back to its default
$ aws iam update-account-password-policy --require-numbers --password-reuse-prevention 3
quiet
$ aws iam get-account-password-policy
? PasswordPolicy.[MinimumPasswordLength, RequireSymbols, RequireNumbers, ExpirePasswords, AllowUsersToChangePassword] -> [6, false, true, false, false]
? PasswordPolicy.PasswordReusePrevention -> 3
; somebody changes their own password
$ aws iam create-access-key --user-name kim
? AccessKey.UserName -> "kim"
save KIM keys AccessKey
$ {KIM} aws iam change-password --old-password 'Tide-2026-high' --new-password 'Tide-2026-low'
! AccessDenied ChangePassword: User: arn:aws:iam::111111111111:user/kim is not authorized to perform: iam:ChangePassword on resource: arn:aws:iam::111111111111:user/kim because no identity-based policy allows the iam:ChangePassword action
$ aws iam attach-user-policy --user-name kim --policy-arn arn:aws:iam::aws:policy/IAMUserChangePassword
quiet
$ {KIM} aws iam change-password --old-password wrong --new-password 'Tide-2026-low'
! AccessDenied ChangePassword: The old password was incorrect.
$ {KIM} aws iam change-password --old-password 'Tide-2026-high' --new-password 'tide'
! PasswordPolicyViolation ChangePassword: Password does not conform to the account password policy.
$ {KIM} aws iam change-password --old-password 'Tide-2026-high' --new-password 'Tide-2026-low'
quiet
$ {KIM} aws iam change-password --old-password 'Tide-2026-low' --new-password 'Tide-2026-high'
! PasswordPolicyViolation ChangePassword: Password does not conform to the account password policy.
$ {KIM} aws iam get-account-password-policy
? PasswordPolicy.RequireNumbers -> true
$ {KIM} aws iam get-login-profile --user-name kim
! AccessDenied GetLoginProfile: User: arn:aws:iam::111111111111:user/kim is not authorized to perform: iam:GetLoginProfile on resource: arn:aws:iam::111111111111:user/kim because no identity-based policy allows the iam:GetLoginProfile action
$ aws iam detach-user-policy --user-name kim --policy-arn arn:aws:iam::aws:policy/IAMUserChangePassword
quiet
$ aws iam delete-account-password-policy
quiet
; a key works on without a password
$ aws iam delete-login-profile --user-name kim
quiet
$ aws iam delete-login-profile --user-name kim
! NoSuchEntity DeleteLoginProfile: Login Profile for User kim cannot be found.
$ aws iam update-login-profile --user-name kim --password 'Tide-2026-high'
! NoSuchEntity UpdateLoginProfile: Login Profile for User kim cannot be found.
$ {KIM} aws sts get-caller-identity --query Arn
? @ -> "arn:aws:iam::111111111111:user/kim"
$ aws iam create-user --user-name lee
? User.UserName -> "lee"
$ aws iam create-login-profile --user-name lee --password 'Tide-2026-high'
? LoginProfile.PasswordResetRequired -> false
$ aws iam delete-user --user-name lee
! DeleteConflict DeleteUser: Cannot delete entity, must delete login profile first.
