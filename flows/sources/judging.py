"""What a response means: an answer to read, or the reason why there is none. The same for a server and an archive."""

from flows.sources.encoding import TooLarge, Undecodable, decoded
from flows.sources.exchange import Answer, Ask, Exchange, Refused, Unavailable, header


def judged(ask: Ask, exchange: Exchange) -> Answer:
    """Make an answer of the last exchange; raise Refused or Unavailable where it is none."""
    status = exchange.status
    if status not in (200, 203) and not (status == 304 and (ask.etag or ask.last_modified)):
        raise Refused(
            f"{ask.url}: the server answers {status} {exchange.reason}".rstrip(),
            url=ask.url,
            status=status,
            at=exchange.at,
        )
    try:
        body = decoded(exchange.body, header(exchange.response, "content-encoding"), limit=ask.limit)
    except TooLarge as error:
        raise Refused(f"{ask.url}: {error}; leave it out", url=ask.url, status=status, at=exchange.at) from error
    except Undecodable as error:
        raise Unavailable(
            f"{ask.url}: {error}; it is asked again later", url=ask.url, status=status, at=exchange.at
        ) from error
    answer = Answer(url=exchange.url, at=exchange.at, status=status, headers=exchange.response, body=body)
    if status != 304 and ask.media_types and answer.media_type not in (*ask.media_types, None):
        reason = f"is {answer.media_type}, not {ask.media_types[0]}; leave it out"
        raise Refused(f"{ask.url}: {reason}", url=ask.url, status=status, at=exchange.at)
    return answer
