"""`iam-tutor simulate`: streams, exit codes, measuring (`spec/simulate-format.md`)."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

CASE = {
    "Name": "reads",
    "CallerArn": "arn:aws:iam::111122223333:user/alice",
    "ActionNames": ["s3:GetObject"],
    "ResourceArns": ["arn:aws:s3:::photos/a-0.jpg"],
    "PolicyInputList": [
        {"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "s3:*", "Resource": "*"}}
    ],
}
LINE = json.dumps(CASE)
COMMAND = [sys.executable, "-m", "tutor", "simulate"]


def run(*options: str, text: str = "") -> subprocess.CompletedProcess[str]:
    return subprocess.run([*COMMAND, *options], input=text, capture_output=True, text=True, check=False)


def test_a_case_from_standard_input_and_from_a_file(tmp_path: Path) -> None:
    path = tmp_path / "case.json"
    path.write_text(json.dumps(CASE, indent=2))
    for done in (run(text=LINE), run("-", text=LINE), run(str(path))):
        assert (done.returncode, done.stderr) == (0, "")
        assert json.loads(done.stdout)["EvalDecision"] == "allowed"


def test_a_batch_answers_every_line_in_order() -> None:
    done = run("--batch", text=f"{LINE}\n{{bad\n\n[]\n{LINE.replace('reads', 'last')}")
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    assert [answer["EvalDecision"] for answer in answers] == ["allowed", "error", "error", "error", "allowed"]
    assert answers[-1]["Name"] == "last"
    assert (done.returncode, done.stderr) == (1, "")


def test_a_batch_is_answered_line_by_line() -> None:
    with subprocess.Popen(
        [*COMMAND, "--batch"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        for name in ("one", "two"):
            process.stdin.write(LINE.replace("reads", name) + "\n")
            process.stdin.flush()
            assert json.loads(process.stdout.readline())["Name"] == name
        process.stdin.close()
        assert process.wait() == 0


def test_trace() -> None:
    assert "Trace" in json.loads(run("--trace", text=LINE).stdout)


def test_bench_measures_beside_reading_the_same_policies() -> None:
    done = run("--bench", "--batch", "--seconds", "0.02", "--runs", "2", text=f"{LINE}\n{{}}\n")
    measured, error = (json.loads(line) for line in done.stdout.splitlines())
    assert list(measured) == ["Name", "EvalDecision", "DecisionsPerSecond", "Min", "Max", "LoadsPerSecond"]
    assert measured["Min"] <= measured["DecisionsPerSecond"] <= measured["Max"]
    assert measured["LoadsPerSecond"] > 0
    assert (error["EvalDecision"], done.returncode) == ("error", 1)


@pytest.mark.parametrize(
    "options", [["/no/such/file"], ["."], ["--runs", "0"], ["--seconds", "-1"], ["--seconds", "nan"], ["--x"]]
)
def test_unreadable_input_and_wrong_usage(options: list[str]) -> None:
    done = run(*options)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("iam-tutor: ")
