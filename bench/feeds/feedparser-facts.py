# What Python's feedparser finds in feeds: reads a line of JSON a feed, {"path", "headers"}, writes one.
import calendar, datetime, json, sys
import feedparser


def moment(entry, *names):
    for name in names:
        parsed = entry.get(name + "_parsed")
        if parsed:
            at = datetime.datetime(1970, 1, 1) + datetime.timedelta(seconds=calendar.timegm(parsed))
            return at.isoformat() + "Z"
    return None


def facts(path, headers):
    with open(path, "rb") as file:
        found = feedparser.parse(file.read(), response_headers=headers)
    reason = type(found.get("bozo_exception")).__name__ if found.get("bozo") else None
    return {
        "path": path,
        "version": found.get("version", ""),
        "reason": reason,
        "title": found.feed.get("title"),
        "entries": [
            {
                "title": entry.get("title"),
                "plain": entry.get("title_detail", {}).get("type") == "text/plain",
                "url": entry.get("feedburner_origlink") or entry.get("link"),
                "published": moment(entry, "published", "created"),
                "updated": moment(entry, "updated"),
            }
            for entry in found.entries
        ],
    }


for line in sys.stdin:
    feed = json.loads(line)
    try:
        result = facts(feed["path"], feed["headers"])
    except Exception as error:  # It fails on some; those say nothing of ours.
        result = {"path": feed["path"], "failed": repr(error)}
    print(json.dumps(result), flush=True)
