"""What a program can do about an answer that is none: one line for each status, beside what was wrong."""

from collections.abc import Mapping

REMEDIES: Mapping[int, str] = {
    400: "mend what `detail` names; /api/openapi.json describes every request",
    401: "send `Authorization: Bearer KEY` with a key in force: made under Keys for programs",
    403: "use a key of a scope that has this right, made by somebody whose role has it",
    404: "see that the id is one the project holds; `claims/{claim}/incident` tells where a claim is by now",
    405: "use a method that the `Allow` header names",
    409: "see what the project holds now and send again; decisions in `others` with their ids in `seen`",
    422: "mend the field that `detail` names; /api/openapi.json describes every request",
    500: "tell whoever runs this server: it was noted",
    503: "send the same again after the seconds that `Retry-After` names",
}


def remedy(status: int) -> str:
    """What to do about that status."""
    return REMEDIES.get(status, REMEDIES[400 if status < 500 else 500])
