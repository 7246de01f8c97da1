# At the prompt: what is pasted, what only a shell can do, and the console's own words
console only: it is about the console's own words
file note.txt
    buy chalk

$ aws iam create-user --user-name lina
? User.UserName -> "lina"
$ aws iam create-access-key --user-name lina
? AccessKey.Status -> "Active"
save KEY AccessKey.AccessKeyId
save SECRET AccessKey.SecretAccessKey

; pasted and mistyped lines are mended
$ $ aws iam list-users --query Users[].UserName
? @ -> ["lina"]
$ aws iam get-user —user-name lina
? User.UserName -> "lina"
$ aws iam get-user --user-name “lina”
? User.UserName -> "lina"
$ ㅁㅈㄴ ㅑ므 ㅣㅑㄴㅅ-ㅕㄴㄷㄱㄴ --query Users[].UserName
? @ -> ["lina"]
$ ａｗｓ　ｉａｍ list-users --query Users[].UserName
? @ -> ["lina"]
$ aws iam create-user --user-name 소라
! ValidationError CreateUser: The specified value for userName is invalid. It must contain only alphanumeric characters and/or the following: +=,.@_-
err~ .*소라.*--tags Key=Name,Value=소라.*
$ aws iam tag-user --user-name lina --tags Key=Name,Value=소라
quiet

; one line, one command: what a shell would do says how it is done here
$ aws iam list-users | grep lina
rc 2
err~ \| sends output into another program.*--query.*
$ aws iam list-users > users.json
rc 2
err~ > writes output into a file\..*
$ aws iam list-users; aws s3 ls
rc 2
err~ ; joins commands\..*
$ aws iam list-users && aws s3 ls
rc 2
err~ && joins commands\..*
$ aws iam get-user --user-name $(whoami)
rc 2
err~ \$\( runs a command inside a command\..*
$ aws iam get-user --user-name `whoami`
rc 2
err~ ` runs a command inside a command\..*
$ aws s3 ls < list.txt
rc 2
err~ < reads a file as input\..*
$ cat ~/.aws/credentials
rc 2
err~ ~ is your home folder in a shell\..*
$ aws iam get-user --user-name "lina
rc 2
err A quotation mark was opened and not closed.

; variables
$ aws iam get-user --user-name $NAME
rc 2
err~ There is no variable NAME\..*
$ NAME=lina
quiet
$ aws iam get-user --user-name "$NAME"
? User.UserName -> "lina"
$ echo '$NAME' "$NAME" ${NAME}s
= $NAME lina linas
$ unset NAME
$ echo $NAME
rc 2
err~ There is no variable NAME\..*
$ export 1A=x
rc 2
err~ 1A=x cannot be a variable.*
$ export AWS_ACCESS_KEY_ID={KEY}
$ aws sts get-caller-identity
rc 255
err Partial credentials found in env, missing: AWS_SECRET_ACCESS_KEY
$ export AWS_SECRET_ACCESS_KEY={SECRET}
$ aws sts get-caller-identity
? Arn -> "arn:aws:iam::111111111111:user/lina"
$ export AWS_SECRET_ACCESS_KEY=guessed
$ aws sts get-caller-identity
! SignatureDoesNotMatch GetCallerIdentity: The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method. Consult the service documentation for details.
$ unset AWS_ACCESS_KEY_ID AWS_SECRET_ACCESS_KEY
$ AWS_ACCESS_KEY_ID=AKIAIOSFODNN7EXAMPLE AWS_SECRET_ACCESS_KEY=x aws s3 ls
! InvalidAccessKeyId ListBuckets: The AWS Access Key Id you provided does not exist in our records.

; profiles are kept in the save
$ aws --profile lina sts get-caller-identity
rc 255
err The config profile (lina) could not be found
$ aws configure set aws_access_key_id {KEY} --profile lina
$ aws configure set aws_secret_access_key {SECRET} --profile lina
$ aws --profile lina sts get-caller-identity
? Arn -> "arn:aws:iam::111111111111:user/lina"
$ AWS_PROFILE=lina aws sts get-caller-identity
? UserId ~> AIDA[A-Z0-9]{17}
$ export AWS_PROFILE=ghost
$ aws iam list-users
rc 255
err The config profile (ghost) could not be found
$ unset AWS_PROFILE
$ aws configure sso
rc 255
err~ Here `aws configure` takes no more than: .*

; the workspace, and nothing beside it
$ ls
= note.txt
$ cat note.txt
= buy chalk
$ cat ../note.txt
rc 2
err~ The file \.\./note\.txt is outside your workspace\..*
$ aws iam create-policy --policy-name shelf --policy-document file:///etc/hostname
rc 255
err~ The file /etc/hostname is outside your workspace\..*
$ aws iam create-policy --policy-name shelf --policy-document https://example.com/policy.json
rc 255
err~ The console has no network: .*
$ rm note.txt
quiet
$ cat note.txt
rc 1
err There is no file note.txt in your workspace.
$ vim note.txt
rc 127
err~ vim is not a command of this console\..*
$ lss
rc 127
err~ lss is not a command of this console\. Did you mean `ls`\?.*

; what the sandbox does not have says so
$ aws dynamodb list-tables
rc 255
err~ `aws dynamodb` is a real AWS command, but the service dynamodb is not part of this sandbox\..*
$ aws iam list-users --endpoint-url http://localhost:4566
rc 255
err~ --endpoint-url is not needed here.*

; taking back, which AWS cannot
$ aws iam delete-access-key --user-name lina --access-key-id {KEY}
quiet
$ aws --profile lina sts get-caller-identity
! InvalidClientTokenId GetCallerIdentity: The security token included in the request is invalid.
$ undo
~ Undone: .*\(AWS itself has no undo; only this sandbox does\.\)
$ aws --profile lina sts get-caller-identity
? Arn -> "arn:aws:iam::111111111111:user/lina"
$ redo
~ Done again: .*
$ aws --profile lina sts get-caller-identity
! InvalidClientTokenId GetCallerIdentity: The security token included in the request is invalid.
$ redo
rc 1
err There is nothing to do again.
$ goto 9999
rc 1
err~ There is no request 9999; .*
$ explain tomorrow
rc 2
err~ Write it like this: explain.*
$ clock tomorrow
rc 2
err~ Write the step like this: clock \+1h.*
$ goto 1
~ The account is as it was after request 1\..*
$ aws iam list-access-keys --user-name lina
? AccessKeyMetadata -> []
$ reset
~ .*Type `reset` once more to do it\.
$ reset
= The account is as it was at the beginning.
$ aws iam list-users
? Users -> []
