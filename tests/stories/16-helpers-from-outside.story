# Twenty helpers, no new users: people of an identity provider
console only: only the console has the simulated provider's sign-in
file metadata.xml
    <EntityDescriptor xmlns="urn:oasis:names:tc:SAML:2.0:metadata" entityID="https://idp.example.com/saml/staff">
     <IDPSSODescriptor protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol">
      <KeyDescriptor use="signing"><KeyInfo xmlns="http://www.w3.org/2000/09/xmldsig#"><X509Data><X509Certificate>
       MOONMOONMOONMOONMOONMOONMOONMOONMOONMOONMOONMOONMOONMOONMOONMOONMOONMOONMOONMOON
       MOONMOONMOONMOONMOONMOONMOONMOONMOONMOONMOONMOONMOONMOONMOONMOONMOONMOONMOONMOON
       MOONMOONMOONMOONMOONMOONMOONMOONMOONMOONMOONMOONMOONMOONMOONMOONMOONMOONMOONMOON
       MOONMOONMOONMOONMOONMOONMOONMOONMOONMOONMOONMOONMOONMOONMOONMOONMOONMOONMOONMOON
       MOONMOONMOONMOONMOONMOONMOONMOONMOONMOONMOONMOONMOONMOONMOONMOONMOONMOONMOONMOON
       MOONMOONMOONMOONMOONMOONMOONMOONMOONMOONMOONMOONMOONMOONMOONMOONMOONMOONMOONMOON
       MOONMOONMOONMOONMOONMOONMOONMOONMOONMOONMOONMOONMOONMOONMOONMOONMOONMOONMOONMOON
       MOONMOONMOONMOONMOONMOONMOONMOONMOONMOONMOONMOONMOONMOONMOONMOONMOONMOONMOONMOON
       MOONMOONMOONMOONMOONMOONMOONMOONMOONMOONMOONMOONMOONMOONMOONMOONMOONMOONMOONMOON
      </X509Certificate></X509Data></KeyInfo></KeyDescriptor>
      <SingleSignOnService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST" Location="https://idp.example.com/saml/staff"/>
     </IDPSSODescriptor>
    </EntityDescriptor>
file trust.json
    {"Version": "2012-10-17",
     "Statement": {"Effect": "Allow", "Action": "sts:AssumeRoleWithWebIdentity",
                   "Principal": {"Federated": "arn:aws:iam::111111111111:oidc-provider/staff.example.com"},
                   "Condition": {"StringEquals": {"staff.example.com:aud": "studio"}}}}
file trust-tags.json
    {"Version": "2012-10-17",
     "Statement": {"Effect": "Allow", "Action": ["sts:AssumeRoleWithWebIdentity", "sts:TagSession"],
                   "Principal": {"Federated": "arn:aws:iam::111111111111:oidc-provider/staff.example.com"},
                   "Condition": {"StringEquals": {"staff.example.com:aud": "studio"},
                                 "StringNotEquals": {"staff.example.com:sub": "theo"}}}}
file trust-saml.json
    {"Version": "2012-10-17",
     "Statement": {"Effect": "Allow", "Action": ["sts:AssumeRoleWithSAML", "sts:TagSession"],
                   "Principal": {"Federated": "arn:aws:iam::111111111111:saml-provider/staff"},
                   "Condition": {"StringEquals": {"SAML:aud": "https://signin.aws.amazon.com/saml"}}}}
file helper.json
    {"Version": "2012-10-17",
     "Statement": {"Effect": "Allow", "Action": "s3:ListBucket", "Resource": "arn:aws:s3:::${aws:PrincipalTag/team}-data"}}

; the provider and a role for its people
$ aws iam create-open-id-connect-provider --url http://staff.example.com --client-id-list studio
!~ ValidationError CreateOpenIDConnectProvider: .*
$ aws iam create-open-id-connect-provider --url https://staff.example.com --client-id-list studio
? OpenIDConnectProviderArn -> "arn:aws:iam::111111111111:oidc-provider/staff.example.com"
save PROVIDER OpenIDConnectProviderArn
$ aws iam create-open-id-connect-provider --url https://staff.example.com --client-id-list studio
!~ EntityAlreadyExists CreateOpenIDConnectProvider: .*
$ aws iam create-role --role-name helper --assume-role-policy-document file://trust.json
? Role.Arn -> "arn:aws:iam::111111111111:role/helper"
$ aws iam put-role-policy --role-name helper --policy-name work --policy-document file://helper.json
quiet
$ aws s3api create-bucket --bucket moon-data
? Location -> "/moon-data"

; somebody signs in over there; the call to STS carries no AWS signature
$ idp add june
~ .*june.*
$ idp sign-in june
~ .*token.*
save JUNE file token
$ aws --no-sign-request sts assume-role-with-web-identity --role-arn arn:aws:iam::111111111111:role/helper --role-session-name june --web-identity-token file://token
? AssumedRoleUser.Arn -> "arn:aws:sts::111111111111:assumed-role/helper/june"
? [SubjectFromWebIdentityToken, Audience] -> ["june", "studio"]
? Provider -> "arn:aws:iam::111111111111:oidc-provider/staff.example.com"
save SESSION keys Credentials
$ {SESSION} aws sts get-caller-identity
? UserId ~> AROA[A-Z0-9]{17}:june
$ aws iam list-users
? Users -> []
$ {SESSION} aws s3api list-objects-v2 --bucket moon-data
! AccessDenied ListObjectsV2: User: arn:aws:sts::111111111111:assumed-role/helper/june is not authorized to perform: s3:ListBucket on resource: "arn:aws:s3:::moon-data" because no identity-based policy allows the s3:ListBucket action

; what is not let in
$ aws sts assume-role-with-web-identity --role-arn arn:aws:iam::111111111111:role/helper --role-session-name june --web-identity-token not-a-token
!~ InvalidIdentityToken AssumeRoleWithWebIdentity: .*
$ aws sts assume-role-with-web-identity --role-arn arn:aws:iam::111111111111:role/helper --role-session-name june --web-identity-token {JUNE}x
!~ InvalidIdentityToken AssumeRoleWithWebIdentity: .*
$ aws sts assume-role-with-web-identity --role-arn arn:aws:iam::111111111111:role/helper --role-session-name j --web-identity-token file://token
rc 255
err Invalid length for parameter RoleSessionName, value: 1, valid min length: 2
$ aws sts assume-role-with-web-identity --role-arn arn:aws:iam::111111111111:role/helper --role-session-name june --web-identity-token file://token --duration-seconds 7200
! ValidationError AssumeRoleWithWebIdentity: The requested DurationSeconds exceeds the MaxSessionDuration set for this role.
$ aws sts assume-role-with-web-identity --role-arn arn:aws:iam::111111111111:role/nothing --role-session-name june --web-identity-token file://token
! AccessDenied AssumeRoleWithWebIdentity: Not authorized to perform sts:AssumeRoleWithWebIdentity
$ idp sign-in june --audience shop --file shop
~ .*shop.*
$ aws sts assume-role-with-web-identity --role-arn arn:aws:iam::111111111111:role/helper --role-session-name june --web-identity-token file://shop
! InvalidIdentityToken AssumeRoleWithWebIdentity: Incorrect token audience
$ aws iam add-client-id-to-open-id-connect-provider --open-id-connect-provider-arn {PROVIDER} --client-id shop
quiet
$ aws sts assume-role-with-web-identity --role-arn arn:aws:iam::111111111111:role/helper --role-session-name june --web-identity-token file://shop
! AccessDenied AssumeRoleWithWebIdentity: Not authorized to perform sts:AssumeRoleWithWebIdentity

; tags of the directory: the trust policy must let them in, too
$ idp add sora team=moon
~ .*sora.*
$ idp sign-in sora
~ .*token.*
$ aws sts assume-role-with-web-identity --role-arn arn:aws:iam::111111111111:role/helper --role-session-name sora --web-identity-token file://token
! AccessDenied AssumeRoleWithWebIdentity: Not authorized to perform sts:TagSession
$ aws iam update-assume-role-policy --role-name helper --policy-document file://trust-tags.json
quiet
$ aws sts assume-role-with-web-identity --role-arn arn:aws:iam::111111111111:role/helper --role-session-name sora --web-identity-token file://token
? AssumedRoleUser.AssumedRoleId ~> AROA[A-Z0-9]{17}:sora
save SORA keys Credentials
$ {SORA} aws s3api list-objects-v2 --bucket moon-data --query Contents
? @ -> null
$ idp add theo
~ .*theo.*
$ idp sign-in theo --file theo
~ .*theo.*
$ aws sts assume-role-with-web-identity --role-arn arn:aws:iam::111111111111:role/helper --role-session-name theo --web-identity-token file://theo
! AccessDenied AssumeRoleWithWebIdentity: Not authorized to perform sts:AssumeRoleWithWebIdentity

; who is struck off comes in no more; a session that is open goes on to its end
$ idp remove sora
~ .*sora.*
$ idp sign-in sora
rc 1
err~ .*sora.*
$ {SORA} aws sts get-caller-identity
? Arn -> "arn:aws:sts::111111111111:assumed-role/helper/sora"
$ clock +1h
$ {SORA} aws sts get-caller-identity
! ExpiredToken GetCallerIdentity: The security token included in the request is expired
$ aws sts assume-role-with-web-identity --role-arn arn:aws:iam::111111111111:role/helper --role-session-name june --web-identity-token file://token
!~ ExpiredTokenException AssumeRoleWithWebIdentity: .*

; the same by SAML: the assertion lasts five minutes and names the roles on offer
$ aws iam create-saml-provider --name staff --saml-metadata-document '<nothing/>'
rc 255
err Invalid length for parameter SAMLMetadataDocument, value: 10, valid min length: 1000
$ aws iam create-saml-provider --name staff --saml-metadata-document file://metadata.xml
? SAMLProviderArn -> "arn:aws:iam::111111111111:saml-provider/staff"
save STAFF SAMLProviderArn
$ aws iam create-saml-provider --name staff --saml-metadata-document file://metadata.xml
!~ EntityAlreadyExists CreateSAMLProvider: .*
$ aws iam create-role --role-name editor --assume-role-policy-document file://trust-saml.json
? Role.RoleName -> "editor"
$ idp add dana team=moon
~ .*dana.*
$ idp sign-in dana --provider staff
~ .*assertion.*
$ aws sts assume-role-with-saml --role-arn arn:aws:iam::111111111111:role/editor --principal-arn {STAFF} --saml-assertion file://assertion
? AssumedRoleUser.Arn -> "arn:aws:sts::111111111111:assumed-role/editor/dana"
? [Subject, Audience] -> ["dana", "https://signin.aws.amazon.com/saml"]
save DANA keys Credentials
$ {DANA} aws sts get-caller-identity
? UserId ~> AROA[A-Z0-9]{17}:dana
$ aws sts assume-role-with-saml --role-arn arn:aws:iam::111111111111:role/helper --principal-arn {STAFF} --saml-assertion file://assertion
!~ IDPRejectedClaim AssumeRoleWithSAML: .*
$ aws sts assume-role-with-saml --role-arn arn:aws:iam::111111111111:role/editor --principal-arn {STAFF} --saml-assertion PGFzc2VydGlvbi8+
!~ InvalidIdentityToken AssumeRoleWithSAML: .*
$ clock +6m
$ aws sts assume-role-with-saml --role-arn arn:aws:iam::111111111111:role/editor --principal-arn {STAFF} --saml-assertion file://assertion
!~ ExpiredTokenException AssumeRoleWithSAML: .*
$ {DANA} aws iam list-roles
!~ AccessDenied ListRoles: .* because no identity-based policy allows the iam:ListRoles action

; a provider that is gone vouches for nobody
$ aws iam delete-open-id-connect-provider --open-id-connect-provider-arn {PROVIDER}
quiet
$ aws sts assume-role-with-web-identity --role-arn arn:aws:iam::111111111111:role/helper --role-session-name june --web-identity-token {JUNE}
! InvalidIdentityToken AssumeRoleWithWebIdentity: No OpenIDConnect provider found in your account for https://staff.example.com
