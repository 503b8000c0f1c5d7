"""Doc -> Clauses: predicates with voice, tense, polarity and their logical parties, shared and inherited ones included."""

from dragoman.clauses.model import Clause, Clauses, Link, Phrase, Tense
from dragoman.clauses.phrases import heads_phrase, join_phrases, make_phrase, preposition_of
from dragoman.clauses.repairs import repair
from dragoman.record import Span
from dragoman.syntax import Doc, Word

LINKS: dict[str, Link] = {
    "ROOT": "root", "ccomp": "complement", "xcomp": "complement", "csubj": "complement", "csubj:pass": "complement",
    "csubj:outer": "complement", "advcl": "adverbial", "advcl:relcl": "adverbial", "acl": "participle",
    "acl:relcl": "relative", "parataxis": "aside", "conj": "coordinate", "dep": "aside", "list": "aside",
}  # fmt: skip
GROUP = frozenset({"aux", "aux:pass", "advmod", "case", "amod"})
PARTY_LABELS = frozenset({"nsubj", "nsubj:pass", "obl:agent", "obj"})
NEGATIONS = frozenset({"not", "n't", "never", "no", "neither", "nor", "hardly", "without"})
BARE_OBJECT_CONTROL = frozenset(
    [
        "accuse",
        "advise",
        "allow",
        "appoint",
        "ask",
        "authorise",
        "authorize",
        "beg",
        "call",
        "challenge",
        "charge",
        "command",
        "compel",
        "convince",
        "direct",
        "enable",
        "encourage",
        "expect",
        "forbid",
        "force",
        "get",
        "help",
        "implore",
        "instruct",
        "invite",
        "leave",
        "lobby",
        "order",
        "permit",
        "persuade",
        "press",
        "pressure",
        "prompt",
        "push",
        "remind",
        "request",
        "require",
        "send",
        "summon",
        "suspect",
        "teach",
        "tell",
        "urge",
        "want",
        "warn",
    ]
)
RELATIVES = frozenset({"who", "whom", "which", "that", "whose"})


def find_clauses(doc: Doc) -> Clauses:
    """The clauses and phrases of a parsed report."""
    repair(doc.words)
    clause_by_head = {word.i: make_clause(word) for word in doc.words if heads_clause(word)}
    phrases = {word.i: make_phrase(word, doc.words) for word in doc.words if heads_phrase(word)}
    join_phrases(phrases)
    homes = [home(word, clause_by_head) for word in doc.words]
    for phrase in phrases.values():
        phrase.clause = homes[phrase.head.i]
    for clause in clause_by_head.values():
        attach(clause, clause_by_head, phrases)
    for clause in clause_by_head.values():
        fill(clause, phrases)
    for clause in sorted(clause_by_head.values(), key=lambda clause: len(list(clause.ancestors()))):
        inherit(clause)
    cores: list[Phrase | None] = [None] * len(doc.words)
    for phrase in phrases.values():
        for word in phrase.words:
            if cores[word.i] is None or word is phrase.head:
                cores[word.i] = phrase
    return Clauses(doc, tuple(clause_by_head.values()), tuple(phrases.values()), tuple(homes), tuple(cores))


def heads_clause(word: Word) -> bool:
    """Is the word a predicate: a verb, or a noun or adjective with a copula, in a clausal relation?"""
    if word.dep not in LINKS:
        return False
    if word.pos in ("VERB", "AUX") or any(child.dep in ("cop", "aux", "nsubj") for child in word.children):
        return word.dep != "conj" or not (word.pos == "VERB" and word.tag in ("NN", "NNS"))
    return word.dep in ("ROOT", "ccomp", "acl:relcl") or (word.dep in ("xcomp", "advcl") and word.pos == "ADJ")


def home(word: Word, clauses: dict[int, Clause]) -> Clause | None:
    """The clause in which a word stands: that of the nearest predicate above it."""
    at: Word | None = word
    while at is not None:
        if at.i in clauses:
            return clauses[at.i]
        at = at.head
    return None


def make_clause(word: Word) -> Clause:
    """Voice, tense, polarity and modality of a predicate, from its auxiliaries."""
    helpers = [child for child in word.children if child.dep in ("aux", "aux:pass", "cop")]
    finite = helpers[0] if helpers else word
    copular = any(child.dep == "cop" for child in word.children)
    passive = any(child.dep in ("aux:pass", "nsubj:pass") for child in word.children) or (
        word.tag == "VBN" and not helpers and word.dep in ("acl", "advcl", "xcomp", "conj")
        and not any(child.dep == "obj" for child in word.children)
    )  # fmt: skip
    adverbs = tuple(child for child in word.children if child.dep.startswith("advmod"))
    return Clause(
        predicate=word,
        link=link_of(word),
        sentence=word.sentence,
        particle=particle_of(word),
        passive=passive,
        copular=copular,
        preposition=preposition_of(word) if copular else "",
        tense=tense_of(finite, helpers),
        perfect=any(helper.lemma == "have" for helper in helpers),
        progressive=word.tag == "VBG" and any(helper.lemma == "be" for helper in helpers),
        negated=any(
            child.lower in NEGATIONS for child in word.children if child.dep in ("advmod", "det", "mark", "cc")
        ),
        modals=tuple(helper.lower for helper in helpers if helper.tag == "MD"),
        adverbs=adverbs,
        marker=marker_of(word),
        group=(min([word.start, *(c.start for c in word.children if c.dep in GROUP and c.i < word.i)]), word.end),
        others=tuple(child for child in word.children if child.dep not in PARTY_LABELS),
    )


def link_of(word: Word) -> Link:
    """A second clause with a subject of its own after a bare comma stands aside: "…, a doctor told the agency"."""
    if word.dep == "conj":
        kinds = {child.dep for child in word.children}
        if "cc" not in kinds and kinds & {"nsubj", "nsubj:pass"}:
            return "aside"
    return LINKS[word.dep]


def particle_of(word: Word) -> str:
    return " ".join(child.lower for child in word.children if child.dep == "compound:prt")


def marker_of(word: Word) -> str:
    marks = [child.lower for child in word.children if child.dep in ("mark", "case") and child.i < word.i]
    return marks[0] if marks else ""


def tense_of(finite: Word, helpers: list[Word]) -> Tense:
    if finite.tag == "MD":
        return "future" if finite.lower in ("will", "shall", "'ll", "wo") else "present"
    if finite.tag == "VBD" or (finite.tag == "VBN" and not helpers and finite.dep == "ROOT"):
        return "past"
    return "present" if finite.tag in ("VBZ", "VBP") else "none"


def attach(clause: Clause, clauses: dict[int, Clause], phrases: dict[int, Phrase]) -> None:
    """Give a clause its parent, its antecedent and its span."""
    head = clause.predicate.head
    if head is not None:
        clause.parent = home(head, clauses)
        if clause.link in ("participle", "relative", "adverbial"):
            clause.antecedent = phrases.get(head.i) if head.i not in clauses or clause.link != "adverbial" else None
    if clause.parent is not None:
        clause.parent.clauses.append(clause)
    if clause.antecedent is not None:
        clause.antecedent.clauses.append(clause)
    clause.span = own_span(clause.predicate)
    clause.body = without_marker(clause)


def without_marker(clause: Clause) -> Span:
    """The span of a clause without the word that opens it ("that", "to", "in")."""
    marks = [c for c in clause.predicate.children if c.dep in ("mark", "case") and c.start == clause.span[0]]
    return (marks[0].end + 1, clause.span[1]) if marks else clause.span


def own_span(predicate: Word) -> Span:
    """The text from the first to the last word under a predicate."""
    start, end = predicate.start, predicate.end
    stack = list(predicate.children)
    while stack:
        word = stack.pop()
        if word.pos != "PUNCT":
            start, end = min(start, word.start), max(end, word.end)
        stack.extend(word.children)
    return start, end


def fill(clause: Clause, phrases: dict[int, Phrase]) -> None:
    """The parties that stand in the clause itself."""
    own = [phrases[child.i] for child in clause.predicate.children if child.i in phrases]
    subjects = resolved([p for p in own if p.head.dep in ("nsubj", "nsubj:pass", "nsubj:outer")], clause)
    objects = resolved([p for p in own if p.head.dep == "obj"], clause)
    clause.indirect = resolved([p for p in own if p.head.dep == "iobj"], clause)
    clause.obliques = [p for p in own if p.head.dep.startswith("obl") or (p.head.dep == "nmod" and p.preposition)]
    by = [p for p in clause.obliques if p.preposition == "by" and (p.head.dep == "obl:agent" or clause.passive)]
    if clause.passive:
        clause.agents, clause.patients = members(by[:1]), objects or subjects
        clause.indirect = subjects if objects else clause.indirect  # "Kyiv was given aid"
        clause.obliques = [p for p in clause.obliques if p not in by[:1]]
    else:
        clause.agents, clause.patients = subjects, objects


def resolved(phrases: list[Phrase], clause: Clause) -> tuple[Phrase, ...]:
    """All members of the phrases; a relative pronoun gives way to the noun that it stands for."""
    found: list[Phrase] = []
    for phrase in phrases:
        relative = phrase.head.lower in RELATIVES and clause.antecedent is not None and phrase.head.tag != "DT"
        found += clause.antecedent.members[:1] if relative and clause.antecedent else phrase.members
    return tuple(found)


def members(phrases: list[Phrase]) -> tuple[Phrase, ...]:
    return tuple(member for phrase in phrases for member in phrase.members)


def inherit(clause: Clause) -> None:
    """The parties that a clause shares with another: of coordination, control, participles and relative clauses."""
    parent = clause.parent
    if clause.link in ("participle", "relative") and clause.antecedent is not None:
        inherit_antecedent(clause, clause.antecedent)
    elif parent is None:
        return
    elif clause.link == "coordinate":
        share_subject(clause, parent)
    elif clause.link in ("complement", "adverbial") and clause.tense == "none":
        controller = controlled_by(clause, parent)
        if clause.passive and not clause.patients:
            clause.patients = controller
        elif not clause.passive and not clause.agents:
            clause.agents = controller
    if clause.link == "coordinate" and clause.tense == "none" and parent is not None:
        clause.tense, clause.modals = parent.tense, clause.modals or parent.modals


def inherit_antecedent(clause: Clause, antecedent: Phrase) -> None:
    """ "forces attacking the town", "a town attacked by rebels", "the town they attacked"."""
    if clause.passive:
        clause.patients = clause.patients or antecedent.members
    elif not clause.agents and (clause.predicate.tag in ("VBG",) or clause.link == "relative"):
        clause.agents = antecedent.members
    elif not clause.patients and clause.link == "relative" and antecedent not in clause.agents:
        clause.patients = antecedent.members


def share_subject(clause: Clause, parent: Clause) -> None:
    """ "He came, met the minister and was briefed": the subject of the first holds for all."""
    subject = parent.patients if parent.passive else parent.agents
    if clause.passive and not clause.patients:
        clause.patients = subject
    elif not clause.passive and not clause.agents:
        clause.agents = subject


def controlled_by(clause: Clause, parent: Clause) -> tuple[Phrase, ...]:
    """Who does what an infinitive or gerund says: "urged them to leave" them, "vowed to leave" the one who vows."""
    if parent.lemma in BARE_OBJECT_CONTROL and clause.marker != "by":
        if parent.patients or parent.indirect:
            return parent.patients or parent.indirect
        called_on = [p for p in parent.obliques if p.preposition in ("on", "upon", "to", "for", "with", "against")]
        if called_on:
            return members(called_on[:1])
    return parent.patients if parent.passive and not parent.agents else parent.agents
