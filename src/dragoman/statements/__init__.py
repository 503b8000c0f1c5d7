"""What a report states: events, positions, tolls, situations, quotes; found by frames, judged by framing."""
