"""A trainer's talk (讲稿) becomes a lesson."""
