"""A user's rows on top of the shipped ones: states gain spellings, organisations take theirs over, terms are handed over."""

from dataclasses import replace

from dragoman.entries import Office, Organisation, Role, State
from dragoman.layers import put_on_top

NARNIA = State("NRN", "state", "Narnia", ("Kingdom of Narnia",), ("Narnian",), (), ("Cair Paravel",), (), "", "", "")
TUMNUS = Office("Tumnus", (), "NRN", "prime minister", "GOV", "1940-05-10", "")
DWARFS = Organisation("Black Dwarfs", ("Dwarfs", "BD"), "NRN", "REB", "", "")


def test_a_state_gains_spellings_and_new_single_values() -> None:
    own = replace(
        NARNIA, name="", kind="former", names=("Old Narnia",), capitals=("Cair Paravel", "Anvard"), until="1949"
    )
    (state,) = put_on_top([NARNIA], [own])
    assert state == replace(
        NARNIA,
        kind="former",
        names=("Kingdom of Narnia", "Old Narnia"),
        capitals=("Cair Paravel", "Anvard"),
        until="1949",
    )


def test_a_new_state_stands_beside_the_others() -> None:
    archenland = replace(NARNIA, code="ARC", name="Archenland")
    assert put_on_top([NARNIA], [archenland]) == [NARNIA, archenland]


def test_an_organisation_takes_its_spellings_over() -> None:
    own = replace(DWARFS, name="Dwarfs", names=(), country="ARC")
    assert put_on_top([DWARFS], [own]) == [replace(DWARFS, names=("BD",)), own]


def test_an_organisation_of_a_taken_name_is_gone() -> None:
    own = replace(DWARFS, sector="PRM", names=())
    assert put_on_top([DWARFS], [own]) == [own]


def test_the_successor_in_a_one_person_office_ends_an_open_term() -> None:
    peepiceek = replace(TUMNUS, name="Peepiceek", since="1945-07-26")
    assert put_on_top([TUMNUS], [peepiceek]) == [replace(TUMNUS, until="1945-07-26"), peepiceek]


def test_terms_that_are_over_or_of_another_office_stay() -> None:
    ended, other = replace(TUMNUS, until="1944"), replace(TUMNUS, name="Mr Beaver", role="envoy")
    peepiceek = replace(TUMNUS, name="Peepiceek", since="1945-07-26")
    assert put_on_top([ended, other], [peepiceek]) == [ended, other, peepiceek]


def test_an_own_row_replaces_the_one_of_its_key() -> None:
    faun = Role("faun", "", "CVL", "person", "")
    assert put_on_top([faun], [replace(faun, sector="REB")]) == [replace(faun, sector="REB")]
    corrected = replace(TUMNUS, since="1941")
    assert put_on_top([TUMNUS], [corrected]) == [corrected]
