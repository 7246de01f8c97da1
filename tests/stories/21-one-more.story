# As much as fits, and one more: quotas and lengths
; what is counted are the signs that are no blanks
file size-1024.json
    {"Version": "2012-10-17",
     "Statement": {"Effect": "Allow", "Action": "s3:GetObject", "Resource": [
         "arn:aws:s3:::moon-archive/001/mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm",
         "arn:aws:s3:::moon-archive/002/mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm",
         "arn:aws:s3:::moon-archive/003/mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm",
         "arn:aws:s3:::moon-archive/004/mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm",
         "arn:aws:s3:::moon-archive/005/mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm",
         "arn:aws:s3:::moon-archive/006/mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm",
         "arn:aws:s3:::moon-archive/007/mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm",
         "arn:aws:s3:::moon-archive/008/mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm",
         "arn:aws:s3:::moon-archive/009/mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm",
         "arn:aws:s3:::moon-archive/010/mmmmmmmmmmmmmmmmmmmmmmmmm",
         "arn:aws:s3:::moon-archive/011/mmmmmmmmmmmmm"
     ]}}
file size-2048.json
    {"Version": "2012-10-17",
     "Statement": {"Effect": "Allow", "Action": "s3:GetObject", "Resource": [
         "arn:aws:s3:::moon-archive/001/mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm",
         "arn:aws:s3:::moon-archive/002/mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm",
         "arn:aws:s3:::moon-archive/003/mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm",
         "arn:aws:s3:::moon-archive/004/mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm",
         "arn:aws:s3:::moon-archive/005/mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm",
         "arn:aws:s3:::moon-archive/006/mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm",
         "arn:aws:s3:::moon-archive/007/mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm",
         "arn:aws:s3:::moon-archive/008/mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm",
         "arn:aws:s3:::moon-archive/009/mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm",
         "arn:aws:s3:::moon-archive/010/mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm",
         "arn:aws:s3:::moon-archive/011/mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm",
         "arn:aws:s3:::moon-archive/012/mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm",
         "arn:aws:s3:::moon-archive/013/mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm",
         "arn:aws:s3:::moon-archive/014/mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm",
         "arn:aws:s3:::moon-archive/015/mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm",
         "arn:aws:s3:::moon-archive/016/mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm",
         "arn:aws:s3:::moon-archive/017/mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm",
         "arn:aws:s3:::moon-archive/018/mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm",
         "arn:aws:s3:::moon-archive/019/mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm",
         "arn:aws:s3:::moon-archive/020/mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm",
         "arn:aws:s3:::moon-archive/021/mmmmmmmmmmmmmmmmmmmmmmmmm",
         "arn:aws:s3:::moon-archive/022/mmmmmmmmmmmmmmmmmmmmmmmmm"
     ]}}
file size-6144.json
    {"Version": "2012-10-17",
     "Statement": {"Effect": "Allow", "Action": "s3:GetObject", "Resource": [
         "arn:aws:s3:::moon-archive/001/mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm",
         "arn:aws:s3:::moon-archive/002/mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm",
         "arn:aws:s3:::moon-archive/003/mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm",
         "arn:aws:s3:::moon-archive/004/mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm",
         "arn:aws:s3:::moon-archive/005/mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm",
         "arn:aws:s3:::moon-archive/006/mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm",
         "arn:aws:s3:::moon-archive/007/mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm",
         "arn:aws:s3:::moon-archive/008/mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm",
         "arn:aws:s3:::moon-archive/009/mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm",
         "arn:aws:s3:::moon-archive/010/mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm",
         "arn:aws:s3:::moon-archive/011/mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm",
         "arn:aws:s3:::moon-archive/012/mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm",
         "arn:aws:s3:::moon-archive/013/mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm",
         "arn:aws:s3:::moon-archive/014/mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm",
         "arn:aws:s3:::moon-archive/015/mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm",
         "arn:aws:s3:::moon-archive/016/mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm",
         "arn:aws:s3:::moon-archive/017/mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm",
         "arn:aws:s3:::moon-archive/018/mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm",
         "arn:aws:s3:::moon-archive/019/mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm",
         "arn:aws:s3:::moon-archive/020/mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm",
         "arn:aws:s3:::moon-archive/021/mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm",
         "arn:aws:s3:::moon-archive/022/mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm",
         "arn:aws:s3:::moon-archive/023/mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm",
         "arn:aws:s3:::moon-archive/024/mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm",
         "arn:aws:s3:::moon-archive/025/mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm",
         "arn:aws:s3:::moon-archive/026/mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm",
         "arn:aws:s3:::moon-archive/027/mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm",
         "arn:aws:s3:::moon-archive/028/mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm",
         "arn:aws:s3:::moon-archive/029/mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm",
         "arn:aws:s3:::moon-archive/030/mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm",
         "arn:aws:s3:::moon-archive/031/mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm",
         "arn:aws:s3:::moon-archive/032/mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm",
         "arn:aws:s3:::moon-archive/033/mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm",
         "arn:aws:s3:::moon-archive/034/mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm",
         "arn:aws:s3:::moon-archive/035/mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm",
         "arn:aws:s3:::moon-archive/036/mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm",
         "arn:aws:s3:::moon-archive/037/mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm",
         "arn:aws:s3:::moon-archive/038/mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm",
         "arn:aws:s3:::moon-archive/039/mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm",
         "arn:aws:s3:::moon-archive/040/mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm",
         "arn:aws:s3:::moon-archive/041/mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm",
         "arn:aws:s3:::moon-archive/042/mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm",
         "arn:aws:s3:::moon-archive/043/mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm",
         "arn:aws:s3:::moon-archive/044/mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm",
         "arn:aws:s3:::moon-archive/045/mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm",
         "arn:aws:s3:::moon-archive/046/mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm",
         "arn:aws:s3:::moon-archive/047/mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm",
         "arn:aws:s3:::moon-archive/048/mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm",
         "arn:aws:s3:::moon-archive/049/mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm",
         "arn:aws:s3:::moon-archive/050/mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm",
         "arn:aws:s3:::moon-archive/051/mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm",
         "arn:aws:s3:::moon-archive/052/mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm",
         "arn:aws:s3:::moon-archive/053/mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm",
         "arn:aws:s3:::moon-archive/054/mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm",
         "arn:aws:s3:::moon-archive/055/mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm",
         "arn:aws:s3:::moon-archive/056/mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm",
         "arn:aws:s3:::moon-archive/057/mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm",
         "arn:aws:s3:::moon-archive/058/mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm",
         "arn:aws:s3:::moon-archive/059/mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm",
         "arn:aws:s3:::moon-archive/060/mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm",
         "arn:aws:s3:::moon-archive/061/mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm",
         "arn:aws:s3:::moon-archive/062/mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm",
         "arn:aws:s3:::moon-archive/063/mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm",
         "arn:aws:s3:::moon-archive/064/mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm",
         "arn:aws:s3:::moon-archive/065/mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm",
         "arn:aws:s3:::moon-archive/066/mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm"
     ]}}
file size-6145.json
    {"Version": "2012-10-17",
     "Statement": {"Effect": "Allow", "Action": "s3:GetObject", "Resource": [
         "arn:aws:s3:::moon-archive/001/mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm",
         "arn:aws:s3:::moon-archive/002/mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm",
         "arn:aws:s3:::moon-archive/003/mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm",
         "arn:aws:s3:::moon-archive/004/mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm",
         "arn:aws:s3:::moon-archive/005/mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm",
         "arn:aws:s3:::moon-archive/006/mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm",
         "arn:aws:s3:::moon-archive/007/mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm",
         "arn:aws:s3:::moon-archive/008/mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm",
         "arn:aws:s3:::moon-archive/009/mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm",
         "arn:aws:s3:::moon-archive/010/mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm",
         "arn:aws:s3:::moon-archive/011/mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm",
         "arn:aws:s3:::moon-archive/012/mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm",
         "arn:aws:s3:::moon-archive/013/mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm",
         "arn:aws:s3:::moon-archive/014/mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm",
         "arn:aws:s3:::moon-archive/015/mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm",
         "arn:aws:s3:::moon-archive/016/mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm",
         "arn:aws:s3:::moon-archive/017/mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm",
         "arn:aws:s3:::moon-archive/018/mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm",
         "arn:aws:s3:::moon-archive/019/mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm",
         "arn:aws:s3:::moon-archive/020/mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm",
         "arn:aws:s3:::moon-archive/021/mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm",
         "arn:aws:s3:::moon-archive/022/mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm",
         "arn:aws:s3:::moon-archive/023/mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm",
         "arn:aws:s3:::moon-archive/024/mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm",
         "arn:aws:s3:::moon-archive/025/mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm",
         "arn:aws:s3:::moon-archive/026/mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm",
         "arn:aws:s3:::moon-archive/027/mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm",
         "arn:aws:s3:::moon-archive/028/mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm",
         "arn:aws:s3:::moon-archive/029/mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm",
         "arn:aws:s3:::moon-archive/030/mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm",
         "arn:aws:s3:::moon-archive/031/mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm",
         "arn:aws:s3:::moon-archive/032/mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm",
         "arn:aws:s3:::moon-archive/033/mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm",
         "arn:aws:s3:::moon-archive/034/mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm",
         "arn:aws:s3:::moon-archive/035/mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm",
         "arn:aws:s3:::moon-archive/036/mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm",
         "arn:aws:s3:::moon-archive/037/mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm",
         "arn:aws:s3:::moon-archive/038/mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm",
         "arn:aws:s3:::moon-archive/039/mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm",
         "arn:aws:s3:::moon-archive/040/mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm",
         "arn:aws:s3:::moon-archive/041/mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm",
         "arn:aws:s3:::moon-archive/042/mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm",
         "arn:aws:s3:::moon-archive/043/mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm",
         "arn:aws:s3:::moon-archive/044/mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm",
         "arn:aws:s3:::moon-archive/045/mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm",
         "arn:aws:s3:::moon-archive/046/mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm",
         "arn:aws:s3:::moon-archive/047/mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm",
         "arn:aws:s3:::moon-archive/048/mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm",
         "arn:aws:s3:::moon-archive/049/mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm",
         "arn:aws:s3:::moon-archive/050/mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm",
         "arn:aws:s3:::moon-archive/051/mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm",
         "arn:aws:s3:::moon-archive/052/mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm",
         "arn:aws:s3:::moon-archive/053/mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm",
         "arn:aws:s3:::moon-archive/054/mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm",
         "arn:aws:s3:::moon-archive/055/mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm",
         "arn:aws:s3:::moon-archive/056/mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm",
         "arn:aws:s3:::moon-archive/057/mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm",
         "arn:aws:s3:::moon-archive/058/mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm",
         "arn:aws:s3:::moon-archive/059/mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm",
         "arn:aws:s3:::moon-archive/060/mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm",
         "arn:aws:s3:::moon-archive/061/mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm",
         "arn:aws:s3:::moon-archive/062/mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm",
         "arn:aws:s3:::moon-archive/063/mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm",
         "arn:aws:s3:::moon-archive/064/mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm",
         "arn:aws:s3:::moon-archive/065/mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm",
         "arn:aws:s3:::moon-archive/066/mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm"
     ]}}
file trust-2048.json
    {"Version": "2012-10-17",
     "Statement": {"Effect": "Allow", "Principal": {"Service": "ec2.amazonaws.com"}, "Action": "sts:AssumeRole",
                   "Condition": {"ArnLike": {"aws:SourceArn": [
         "arn:aws:s3:::moon-archive/001/mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm",
         "arn:aws:s3:::moon-archive/002/mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm",
         "arn:aws:s3:::moon-archive/003/mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm",
         "arn:aws:s3:::moon-archive/004/mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm",
         "arn:aws:s3:::moon-archive/005/mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm",
         "arn:aws:s3:::moon-archive/006/mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm",
         "arn:aws:s3:::moon-archive/007/mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm",
         "arn:aws:s3:::moon-archive/008/mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm",
         "arn:aws:s3:::moon-archive/009/mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm",
         "arn:aws:s3:::moon-archive/010/mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm",
         "arn:aws:s3:::moon-archive/011/mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm",
         "arn:aws:s3:::moon-archive/012/mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm",
         "arn:aws:s3:::moon-archive/013/mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm",
         "arn:aws:s3:::moon-archive/014/mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm",
         "arn:aws:s3:::moon-archive/015/mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm",
         "arn:aws:s3:::moon-archive/016/mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm",
         "arn:aws:s3:::moon-archive/017/mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm",
         "arn:aws:s3:::moon-archive/018/mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm",
         "arn:aws:s3:::moon-archive/019/mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm",
         "arn:aws:s3:::moon-archive/020/mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm",
         "arn:aws:s3:::moon-archive/021/mmmmmm"
     ]}}}}
file trust-2049.json
    {"Version": "2012-10-17",
     "Statement": {"Effect": "Allow", "Principal": {"Service": "ec2.amazonaws.com"}, "Action": "sts:AssumeRole",
                   "Condition": {"ArnLike": {"aws:SourceArn": [
         "arn:aws:s3:::moon-archive/001/mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm",
         "arn:aws:s3:::moon-archive/002/mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm",
         "arn:aws:s3:::moon-archive/003/mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm",
         "arn:aws:s3:::moon-archive/004/mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm",
         "arn:aws:s3:::moon-archive/005/mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm",
         "arn:aws:s3:::moon-archive/006/mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm",
         "arn:aws:s3:::moon-archive/007/mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm",
         "arn:aws:s3:::moon-archive/008/mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm",
         "arn:aws:s3:::moon-archive/009/mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm",
         "arn:aws:s3:::moon-archive/010/mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm",
         "arn:aws:s3:::moon-archive/011/mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm",
         "arn:aws:s3:::moon-archive/012/mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm",
         "arn:aws:s3:::moon-archive/013/mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm",
         "arn:aws:s3:::moon-archive/014/mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm",
         "arn:aws:s3:::moon-archive/015/mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm",
         "arn:aws:s3:::moon-archive/016/mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm",
         "arn:aws:s3:::moon-archive/017/mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm",
         "arn:aws:s3:::moon-archive/018/mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm",
         "arn:aws:s3:::moon-archive/019/mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm",
         "arn:aws:s3:::moon-archive/020/mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm",
         "arn:aws:s3:::moon-archive/021/mmmmmmm"
     ]}}}}
file small.json
    {"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "s3:ListAllMyBuckets", "Resource": "*"}}

; names, paths, descriptions
$ aws iam create-user --user-name nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn
? User.UserName -> "nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn"
$ aws iam create-user --user-name nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn
! ValidationError CreateUser: 1 validation error detected: Value at 'userName' failed to satisfy constraint: Member must have length less than or equal to 64
$ aws iam create-role --role-name nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn --assume-role-policy-document file://trust-2048.json
! ValidationError CreateRole: 1 validation error detected: Value at 'roleName' failed to satisfy constraint: Member must have length less than or equal to 64
$ aws iam create-group --group-name nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn
? Group.Path -> "/"
$ aws iam create-group --group-name nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn
! ValidationError CreateGroup: 1 validation error detected: Value at 'groupName' failed to satisfy constraint: Member must have length less than or equal to 128
$ aws iam create-instance-profile --instance-profile-name nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn
! ValidationError CreateInstanceProfile: 1 validation error detected: Value at 'instanceProfileName' failed to satisfy constraint: Member must have length less than or equal to 128
$ aws iam create-policy --policy-name nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn --policy-document file://small.json
! ValidationError CreatePolicy: 1 validation error detected: Value at 'policyName' failed to satisfy constraint: Member must have length less than or equal to 128
$ aws iam create-user --user-name lina --path /ppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppp/
! ValidationError CreateUser: 1 validation error detected: Value at 'path' failed to satisfy constraint: Member must have length less than or equal to 512
$ aws iam create-role --role-name crew --description ddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddd --assume-role-policy-document file://trust-2048.json
! ValidationError CreateRole: 1 validation error detected: Value at 'description' failed to satisfy constraint: Member must have length less than or equal to 1000

; inline policies: their sum
$ aws iam create-user --user-name lina
? User.UserName -> "lina"
$ aws iam put-user-policy --user-name lina --policy-name one --policy-document file://size-2048.json
quiet
$ aws iam put-user-policy --user-name lina --policy-name two --policy-document file://small.json
! LimitExceeded PutUserPolicy: Maximum policy size of 2048 bytes exceeded for user lina
$ aws iam create-group --group-name crew
? Group.GroupName -> "crew"
$ aws iam put-group-policy --group-name crew --policy-name one --policy-document file://size-2048.json
quiet
$ aws iam put-group-policy --group-name crew --policy-name two --policy-document file://size-2048.json
quiet
$ aws iam put-group-policy --group-name crew --policy-name three --policy-document file://size-1024.json
quiet
$ aws iam put-group-policy --group-name crew --policy-name four --policy-document file://small.json
! LimitExceeded PutGroupPolicy: Maximum policy size of 5120 bytes exceeded for group crew
$ aws iam put-group-policy --group-name crew --policy-name three --policy-document file://small.json
quiet
$ aws iam create-role --role-name crew --assume-role-policy-document file://trust-2049.json
! LimitExceeded CreateRole: Cannot exceed quota for ACLSizePerRole: 2048
$ aws iam create-role --role-name crew --assume-role-policy-document file://trust-2048.json
? Role.RoleName -> "crew"
$ aws iam update-assume-role-policy --role-name crew --policy-document file://trust-2049.json
! LimitExceeded UpdateAssumeRolePolicy: Cannot exceed quota for ACLSizePerRole: 2048
$ aws iam put-role-policy --role-name crew --policy-name one --policy-document file://size-6144.json
quiet
$ aws iam put-role-policy --role-name crew --policy-name two --policy-document file://size-2048.json
quiet
$ aws iam put-role-policy --role-name crew --policy-name three --policy-document file://size-6144.json
! LimitExceeded PutRolePolicy: Maximum policy size of 10240 bytes exceeded for role crew
$ aws iam put-role-policy --role-name crew --policy-name three --policy-document file://size-2048.json
quiet
$ aws iam put-role-policy --role-name crew --policy-name four --policy-document file://small.json
! LimitExceeded PutRolePolicy: Maximum policy size of 10240 bytes exceeded for role crew

; managed policies: how long, and how many on one user, group
$ aws iam create-policy --policy-name archive --policy-document file://size-6145.json
! LimitExceeded CreatePolicy: Cannot exceed quota for PolicySize: 6144
$ aws iam create-policy --policy-name archive --policy-document file://size-6144.json
? Policy.DefaultVersionId -> "v1"
$ aws iam create-policy-version --policy-arn arn:aws:iam::111111111111:policy/archive --policy-document file://size-6145.json
! LimitExceeded CreatePolicyVersion: Cannot exceed quota for PolicySize: 6144
$ aws iam attach-user-policy --user-name lina --policy-arn arn:aws:iam::aws:policy/AdministratorAccess
quiet
$ aws iam attach-user-policy --user-name lina --policy-arn arn:aws:iam::aws:policy/PowerUserAccess
quiet
$ aws iam attach-user-policy --user-name lina --policy-arn arn:aws:iam::aws:policy/ReadOnlyAccess
quiet
$ aws iam attach-user-policy --user-name lina --policy-arn arn:aws:iam::aws:policy/IAMFullAccess
quiet
$ aws iam attach-user-policy --user-name lina --policy-arn arn:aws:iam::aws:policy/IAMReadOnlyAccess
quiet
$ aws iam attach-user-policy --user-name lina --policy-arn arn:aws:iam::aws:policy/AmazonS3FullAccess
quiet
$ aws iam attach-user-policy --user-name lina --policy-arn arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess
quiet
$ aws iam attach-user-policy --user-name lina --policy-arn arn:aws:iam::aws:policy/AmazonEC2FullAccess
quiet
$ aws iam attach-user-policy --user-name lina --policy-arn arn:aws:iam::aws:policy/AmazonEC2ReadOnlyAccess
quiet
$ aws iam attach-user-policy --user-name lina --policy-arn arn:aws:iam::aws:policy/IAMUserChangePassword
quiet
$ aws iam attach-user-policy --user-name lina --policy-arn arn:aws:iam::111111111111:policy/archive
! LimitExceeded AttachUserPolicy: Cannot exceed quota for PoliciesPerUser: 10
$ aws iam attach-user-policy --user-name lina --policy-arn arn:aws:iam::aws:policy/ReadOnlyAccess
quiet
$ aws iam list-attached-user-policies --user-name lina
? length(AttachedPolicies) -> 10

; tags
$ aws iam create-user --user-name tagged --tags Key=k0,Value=v Key=k1,Value=v Key=k2,Value=v Key=k3,Value=v Key=k4,Value=v Key=k5,Value=v Key=k6,Value=v Key=k7,Value=v Key=k8,Value=v Key=k9,Value=v Key=k10,Value=v Key=k11,Value=v Key=k12,Value=v Key=k13,Value=v Key=k14,Value=v Key=k15,Value=v Key=k16,Value=v Key=k17,Value=v Key=k18,Value=v Key=k19,Value=v Key=k20,Value=v Key=k21,Value=v Key=k22,Value=v Key=k23,Value=v Key=k24,Value=v Key=k25,Value=v Key=k26,Value=v Key=k27,Value=v Key=k28,Value=v Key=k29,Value=v Key=k30,Value=v Key=k31,Value=v Key=k32,Value=v Key=k33,Value=v Key=k34,Value=v Key=k35,Value=v Key=k36,Value=v Key=k37,Value=v Key=k38,Value=v Key=k39,Value=v Key=k40,Value=v Key=k41,Value=v Key=k42,Value=v Key=k43,Value=v Key=k44,Value=v Key=k45,Value=v Key=k46,Value=v Key=k47,Value=v Key=k48,Value=v Key=k49,Value=v Key=k50,Value=v
! ValidationError CreateUser: 1 validation error detected: Value at 'tags' failed to satisfy constraint: Member must have length less than or equal to 50
$ aws iam create-user --user-name tagged --tags Key=k0,Value=v Key=k1,Value=v Key=k2,Value=v Key=k3,Value=v Key=k4,Value=v Key=k5,Value=v Key=k6,Value=v Key=k7,Value=v Key=k8,Value=v Key=k9,Value=v Key=k10,Value=v Key=k11,Value=v Key=k12,Value=v Key=k13,Value=v Key=k14,Value=v Key=k15,Value=v Key=k16,Value=v Key=k17,Value=v Key=k18,Value=v Key=k19,Value=v Key=k20,Value=v Key=k21,Value=v Key=k22,Value=v Key=k23,Value=v Key=k24,Value=v Key=k25,Value=v Key=k26,Value=v Key=k27,Value=v Key=k28,Value=v Key=k29,Value=v Key=k30,Value=v Key=k31,Value=v Key=k32,Value=v Key=k33,Value=v Key=k34,Value=v Key=k35,Value=v Key=k36,Value=v Key=k37,Value=v Key=k38,Value=v Key=k39,Value=v Key=k40,Value=v Key=k41,Value=v Key=k42,Value=v Key=k43,Value=v Key=k44,Value=v Key=k45,Value=v Key=k46,Value=v Key=k47,Value=v Key=k48,Value=v Key=k49,Value=v
? length(User.Tags) -> 50
$ aws iam tag-user --user-name tagged --tags Key=one-more,Value=v
!~ LimitExceeded TagUser: .*50.*
$ aws iam tag-user --user-name tagged --tags Key=k7,Value=new
quiet
$ aws iam tag-user --user-name lina --tags Key=kkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkk,Value=v
!~ ValidationError TagUser: 1 validation error detected: Value at 'tags\.1\.member\.key' failed to satisfy constraint: Member must have length less than or equal to 128
$ aws iam tag-user --user-name lina --tags Key=k,Value=vvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvv
!~ ValidationError TagUser: 1 validation error detected: Value at 'tags\.1\.member\.value' failed to satisfy constraint: Member must have length less than or equal to 256

; keys, and what a session may carry
$ aws iam create-access-key --user-name lina
? AccessKey.Status -> "Active"
save LINA keys AccessKey
save KEY AccessKey.AccessKeyId
$ aws iam create-access-key --user-name lina
? AccessKey.Status -> "Active"
$ aws iam update-access-key --user-name lina --access-key-id {KEY} --status Inactive
quiet
$ aws iam create-access-key --user-name lina
! LimitExceeded CreateAccessKey: Cannot exceed quota for AccessKeysPerUser: 2
$ aws iam update-access-key --user-name lina --access-key-id {KEY} --status Active
quiet
$ {LINA} aws sts get-federation-token --name kiosk --policy-arns arn=arn:aws:iam::aws:policy/AdministratorAccess arn=arn:aws:iam::aws:policy/PowerUserAccess arn=arn:aws:iam::aws:policy/ReadOnlyAccess arn=arn:aws:iam::aws:policy/IAMFullAccess arn=arn:aws:iam::aws:policy/IAMReadOnlyAccess arn=arn:aws:iam::aws:policy/AmazonS3FullAccess arn=arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess arn=arn:aws:iam::aws:policy/AmazonEC2FullAccess arn=arn:aws:iam::aws:policy/AmazonEC2ReadOnlyAccess arn=arn:aws:iam::aws:policy/IAMUserChangePassword arn=arn:aws:iam::aws:policy/SecurityAudit
!~ ValidationError GetFederationToken: 1 validation error detected: Value '.*' at 'policyArns' failed to satisfy constraint: Member must have length less than or equal to 10
$ {LINA} aws sts get-federation-token --name kiosk --policy file://size-6144.json
!~ ValidationError GetFederationToken: 1 validation error detected: Value '.*
err~ .*at 'policy' failed to satisfy constraint: Member must have length less than or equal to 2048
$ {LINA} aws sts get-federation-token --name kiosk --tags Key=k0,Value=v Key=k1,Value=v Key=k2,Value=v Key=k3,Value=v Key=k4,Value=v Key=k5,Value=v Key=k6,Value=v Key=k7,Value=v Key=k8,Value=v Key=k9,Value=v Key=k10,Value=v Key=k11,Value=v Key=k12,Value=v Key=k13,Value=v Key=k14,Value=v Key=k15,Value=v Key=k16,Value=v Key=k17,Value=v Key=k18,Value=v Key=k19,Value=v Key=k20,Value=v Key=k21,Value=v Key=k22,Value=v Key=k23,Value=v Key=k24,Value=v Key=k25,Value=v Key=k26,Value=v Key=k27,Value=v Key=k28,Value=v Key=k29,Value=v Key=k30,Value=v Key=k31,Value=v Key=k32,Value=v Key=k33,Value=v Key=k34,Value=v Key=k35,Value=v Key=k36,Value=v Key=k37,Value=v Key=k38,Value=v Key=k39,Value=v Key=k40,Value=v Key=k41,Value=v Key=k42,Value=v Key=k43,Value=v Key=k44,Value=v Key=k45,Value=v Key=k46,Value=v Key=k47,Value=v Key=k48,Value=v Key=k49,Value=v Key=k50,Value=v
!~ ValidationError GetFederationToken: 1 validation error detected: Value '.*' at 'tags' failed to satisfy constraint: Member must have length less than or equal to 50
$ {LINA} aws sts get-federation-token --name nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn
!~ ValidationError GetFederationToken: 1 validation error detected: Value 'n{33}' at 'name' failed to satisfy constraint: Member must have length less than or equal to 32
$ aws iam create-role --role-name long --max-session-duration 43201 --assume-role-policy-document file://trust-2048.json
! ValidationError CreateRole: 1 validation error detected: Value at 'maxSessionDuration' failed to satisfy constraint: Member must have value less than or equal to 43200

; the account knows its own quotas
$ aws iam get-account-summary
? SummaryMap.[GroupsPerUserQuota, AttachedPoliciesPerUserQuota, AttachedPoliciesPerGroupQuota, AccessKeysPerUserQuota, VersionsPerPolicyQuota] -> [10, 10, 10, 2, 5]
? SummaryMap.[UserPolicySizeQuota, GroupPolicySizeQuota, RolePolicySizeQuota, PolicySizeQuota, AssumeRolePolicySizeQuota] -> [2048, 5120, 10240, 6144, 2048]
