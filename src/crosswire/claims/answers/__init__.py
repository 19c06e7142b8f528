"""What a sentence answers of a frame's questions (docs/frames.md). `questions` leads; the others find one kind each."""

from crosswire.claims.answers.questions import answers_at, answers_in, shown_by_verb

__all__ = ["answers_at", "answers_in", "shown_by_verb"]
