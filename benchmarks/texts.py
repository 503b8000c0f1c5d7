"""Invented news reports to measure speed on: `reports(number, seed)` gives texts of 250 to 400 words, the same for the same seed.

Every report is put together from sentence templates; no person in them exists and nothing told in them took place.
"""

import random
from collections.abc import Sequence

SHORTEST, LONGEST = 250, 400  # words

# Country, demonym, seat of government, other towns
COUNTRIES = (
    ("Armenia", "Armenian", "Yerevan", ("Gyumri", "Vanadzor")),
    ("Bolivia", "Bolivian", "La Paz", ("Cochabamba", "Oruro")),
    ("Cambodia", "Cambodian", "Phnom Penh", ("Battambang", "Siem Reap")),
    ("Chad", "Chadian", "N'Djamena", ("Abeche", "Moundou")),
    ("Colombia", "Colombian", "Bogota", ("Cali", "Medellin")),
    ("Ecuador", "Ecuadorian", "Quito", ("Guayaquil", "Cuenca")),
    ("Egypt", "Egyptian", "Cairo", ("Alexandria", "Aswan")),
    ("Ethiopia", "Ethiopian", "Addis Ababa", ("Dire Dawa", "Gondar")),
    ("Finland", "Finnish", "Helsinki", ("Tampere", "Oulu")),
    ("Georgia", "Georgian", "Tbilisi", ("Batumi", "Gori")),
    ("India", "Indian", "New Delhi", ("Nagpur", "Guwahati")),
    ("Indonesia", "Indonesian", "Jakarta", ("Surabaya", "Medan")),
    ("Jordan", "Jordanian", "Amman", ("Irbid", "Aqaba")),
    ("Kenya", "Kenyan", "Nairobi", ("Mombasa", "Garissa")),
    ("Mali", "Malian", "Bamako", ("Gao", "Mopti")),
    ("Nepal", "Nepalese", "Kathmandu", ("Pokhara", "Biratnagar")),
    ("Nigeria", "Nigerian", "Abuja", ("Maiduguri", "Kano")),
    ("Norway", "Norwegian", "Oslo", ("Bergen", "Tromso")),
    ("Pakistan", "Pakistani", "Islamabad", ("Quetta", "Multan")),
    ("Peru", "Peruvian", "Lima", ("Arequipa", "Cusco")),
    ("Poland", "Polish", "Warsaw", ("Lublin", "Gdansk")),
    ("Serbia", "Serbian", "Belgrade", ("Nis", "Novi Sad")),
    ("Somalia", "Somali", "Mogadishu", ("Kismayo", "Baidoa")),
    ("Turkey", "Turkish", "Ankara", ("Van", "Mersin")),
    ("Uganda", "Ugandan", "Kampala", ("Gulu", "Mbale")),
    ("Vietnam", "Vietnamese", "Hanoi", ("Hue", "Da Nang")),
)
SLOTS: dict[str, tuple[str, ...]] = {
    "first": ("Adela", "Bruno", "Carmen", "Daoud", "Elif", "Farid", "Grigor", "Hanna", "Ismail", "Jovana", "Kofi", "Leila", "Marek",
              "Nadia", "Omar", "Petra", "Rahim", "Salma", "Tomas", "Yusuf", "Zora"),
    "last": ("Abeyta", "Balint", "Corvalan", "Darwesh", "Ekholm", "Farouki", "Gathoni", "Halder", "Iskandar", "Jurado", "Karimzai",
             "Lindholt", "Mirza-Roux", "Novotny", "Okeya", "Pereda", "Rasmuss", "Sarkan", "Tandara", "Ustinoff", "Wexel", "Zamir"),
    "group": ("the People's Army of the North", "the Highland Liberation Front", "the Free Province Movement", "the Eastern Brigades",
              "the River Valley Militia", "the Patriotic Resistance Council"),
    "body": ("the United Nations", "the European Union", "the African Union", "the Arab League", "the Red Cross", "the World Bank",
             "the OSCE", "the Security Council", "Amnesty International", "Human Rights Watch"),
    "day": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
    "month": ("January", "March", "April", "June", "August", "October", "December"),
    "year": ("1994", "2003", "2008", "2011", "2014", "2017", "2019", "2021"),
    "few": ("two", "three", "four", "five", "six", "seven", "nine", "eleven"),
    "many": ("12", "17", "23", "34", "41", "58", "at least 60", "more than 80", "nearly 120", "about 300", "dozens of", "hundreds of"),
    "post": ("foreign minister", "defence minister", "prime minister", "interior minister", "national security adviser",
             "army chief of staff", "government spokesman", "deputy foreign minister"),
    "issue": ("the border dispute", "water rights", "the release of prisoners", "the return of refugees", "fishing quotas",
              "arms control", "the gas pipeline", "trade barriers", "a ceasefire", "the sharing of intelligence"),
    "weapon": ("mortars", "heavy artillery", "rockets", "drones", "automatic rifles", "a car bomb", "grenades"),
    "target": ("a military checkpoint", "a police station", "a crowded market", "an army convoy", "a bus carrying civilians",
               "an oil depot", "a village school", "a field hospital", "the airport"),
    "sum": ("$40 million", "$120 million", "$2.5 billion", "600 million euros", "£75 million"),
    "firm": ("Meridian Foods", "Atlas Motors", "Polar Energy", "Harbour Bank", "Vela Telecom", "Granite Insurance"),
    "team": ("the national side", "the visitors", "the defending champions", "the hosts", "the league leaders"),
    "percent": ("1.4 percent", "2.8 percent", "4 percent", "11 percent", "half a percent", "17 percent"),
    "crop": ("wheat", "coffee", "rice", "maize", "cocoa", "olive"),
    "illness": ("cholera", "measles", "dengue fever", "influenza"),
}  # fmt: skip
DIPLOMACY = (
    "{A} and {B} agreed on {day} to reopen talks on {issue} after a break of {few} years, officials in both capitals said.",
    "{Post} {P} met {b_dem} counterpart {Q} in {a_cap} on {day} to discuss {issue}.",
    "The two ministers signed a memorandum of understanding that covers {issue} and {issue}.",
    "{P} accused {B} of violating the accord that the two neighbours signed in {month} {year}.",
    "{B} rejected the accusation and summoned the {a_dem} ambassador, its foreign ministry said in a statement.",
    "A delegation led by {Q} is expected to arrive in {a_cap} next week for a third round of negotiations.",
    "{Body} welcomed the announcement and urged both sides to refrain from any step that could raise tensions.",
    "{A} would consider lifting its sanctions if {B} allowed international inspectors to visit the disputed sites, {P} said.",
    "The {b_dem} government has demanded an apology, but {P} told parliament that none would be given.",
    "According to a diplomat who asked not to be named, the draft text leaves {issue} for a later stage.",
    "{B} recalled its envoy from {a_cap} in {month}, shortly after {A} had expelled {few} {b_dem} diplomats.",
    "{A} offered {sum} in emergency aid to {B} after floods destroyed thousands of homes near {b_city}.",
    "The agreement, which must still be ratified by both parliaments, provides for a joint commission that will meet twice a year.",
    "{Q} thanked {A} for its support at {body} and invited {P} to visit {b_cap} before the end of the year.",
    "Neither side would say whether {issue} had been raised during the meeting, which lasted nearly {few} hours.",
    "{P} denied reports that {A} had threatened to close its embassy in {b_cap}.",
    "{C} has offered to mediate between the two countries, whose relations have been strained since {year}.",
    "{A} recognised the new {b_dem} government on {day}, becoming one of {few} countries to do so.",
    "The opposition in {b_cap} criticised the deal as a surrender and called for a vote of no confidence.",
    "\"We came here with an open mind, and we leave with a plan,\" {P} told reporters after the talks.",
    "\"There can be no lasting peace without an answer on {issue},\" {Q} said, adding that {B} remained ready to negotiate.",
    "{Body} postponed a vote on a resolution drafted by {C} that would have condemned the {b_dem} move.",
    "The joint statement calls on all parties to honour the truce and to permit aid convoys to reach {b_city}.",
    "In a telephone call with {Q} on {day}, {P} expressed concern over the build-up of troops along the border.",
    "{A} and {C} signed a defence pact in {month} that {B} says is directed against it.",
    "{P}, who took office in {year}, has promised to improve ties with {A}'s eastern neighbours.",
    "Trade between {A} and {B} fell by {percent} last year as both raised duties on farm goods.",
    "{A} suspended its participation in the talks until {B} withdraws its forces from the disputed district.",
    "The ministers also discussed {issue}, on which they made little headway, a senior {a_dem} official said.",
    "{B} warned that it would retaliate if {A} went ahead with its plan to build a dam on the shared river.",
)  # fmt: skip
CONFLICT = (
    "Fighters of {group} attacked {target} in {a_city} with {weapon} on {day}, killing {many} people, the {a_dem} army said.",
    "{Many} people were killed and {many} others wounded when {weapon} hit {target} near {a_city}, hospital officials said.",
    "{Group} claimed responsibility for the attack in a message posted online, but gave no evidence for the claim.",
    "Government troops backed by helicopters recaptured {a_city} after {few} days of fighting, {P} told state television.",
    "Residents said soldiers had gone from house to house and detained {many} young men.",
    "The army denied that it had shelled residential areas and blamed the rebels for the deaths of civilians.",
    "Thousands of families have fled the villages around {a_city} since {month}, according to {body}.",
    "Gunmen abducted {few} aid workers on the road between {a_city} and {a_cap} late on {day}.",
    "A suicide bomber blew himself up outside {target}, wounding {many} bystanders, police said.",
    "{Group} and the government signed a ceasefire in {month} {year}, but each has since accused the other of breaking it.",
    "{Body} called for an immediate halt to the fighting and for an independent investigation into the killing of civilians.",
    "Rebels who have held {a_city} since {year} released {few} captured soldiers on {day} as a gesture of goodwill, their spokesman said.",
    "{B} closed its border with {A} on {day} after stray shells landed in a field near {b_city}.",
    "Security forces fired tear gas to disperse {many} protesters who had blocked the bridge leading to {a_city}.",
    "The commander of the northern sector, General {P}, said his men had seized {weapon} and destroyed {few} vehicles.",
    "At least {few} children were among the dead, a doctor at the provincial hospital said by telephone.",
    "It was not possible to verify the account independently, as reporters have been barred from the area for {few} months.",
    "{A} accused {B} of arming {group}, a charge that {b_cap} has repeatedly denied.",
    "\"We heard the first explosion shortly after dawn, and then the shooting began,\" said {Q}, a shopkeeper in {a_city}.",
    "\"They will not force us to leave this valley,\" a spokesman for {group} said.",
    "{P} vowed to hunt down those who had planned the ambush and offered an amnesty to any fighter who surrenders.",
    "Peacekeepers of {body} have been stationed in {a_city} since {year}, when an earlier truce collapsed.",
    "Warplanes bombed positions of {group} for a third day, forcing many people to take refuge in schools and churches.",
    "The two sides exchanged the bodies of {many} fighters under the supervision of {body}.",
    "Shelling resumed overnight despite an appeal by {Q}, the special envoy of {body}, for restraint over the holiday.",
    "The raid came hours after {few} policemen had been shot dead by unidentified men on motorcycles.",
    "{A} has lost control of much of its northern border, and analysts say that its army is badly overstretched.",
    "The government imposed a curfew in {a_city} and sent {many} reinforcements from {a_cap}.",
    "A court in {a_cap} sentenced {few} members of {group} to life in prison for the bombing of {target} in {year}.",
    "Local elders are trying to arrange a meeting between the commanders so that the wounded can be evacuated.",
)  # fmt: skip
ORDINARY = (
    "{Firm} said on {day} that it would close its plant in {a_city} and move production to {B} by the end of {month}.",
    "The company, which employs {many} people, reported that its profits had fallen by {percent} in the last quarter.",
    "{P} scored twice as {team} beat {team} 3-1 in a match that was delayed for an hour by heavy rain.",
    "The {crop} harvest in {A} is likely to shrink by {percent} this year because of drought, the agriculture ministry said.",
    "Doctors in {a_city} have treated {many} patients for {illness} since the beginning of the month.",
    "Scientists at the university of {a_cap} have found that the glacier has lost a third of its ice since {year}.",
    "The central bank kept its main interest rate unchanged at {percent}, as most economists had expected.",
    "A passenger train left the rails near {a_city} on {day}, injuring {many} travellers, the railway said.",
    "The museum will show {few} paintings by the {b_dem} artist {Q} that have never been seen in public.",
    "Voters in {A} go to the polls on {day} to choose a new parliament, and surveys suggest that no party will win a majority.",
    "Police arrested {few} men on suspicion of smuggling cigarettes hidden in a lorry full of {crop}.",
    "{Q}, who has taught at the village school since {year}, was named teacher of the year at a ceremony in {a_cap}.",
    "The new bridge, which cost {sum}, shortens the journey from {a_cap} to {a_city} by almost {few} hours.",
    "Firefighters needed {few} days to bring the forest fire under control, and {many} houses were damaged.",
    "\"Nobody here remembers a winter like this one,\" said {P}, who keeps sheep in the hills above {a_city}.",
    "\"We are delighted with the result, but the season is long,\" the coach of {team} said.",
    "Airlines cancelled {many} flights on {day} as thick fog settled over {a_cap}.",
    "The price of {crop} rose by {percent} after a strike by dock workers halted exports for {few} days.",
    "{Firm} has agreed to buy a majority stake in its {b_dem} rival for {sum}, subject to the approval of regulators.",
    "The film, shot in {a_city} with a small budget, won the main prize at the festival in {b_cap}.",
    "Teachers in {A} ended a strike of {few} weeks after the government had offered them a rise of {percent}.",
    "The mayor of {a_city}, {Q}, opened a park on the site of a former factory, where {many} trees have been planted.",
    "Parliament passed a law that obliges shops to take back empty bottles, despite the protests of retailers.",
    "A survey by {body} found that {percent} of households in the region have no access to clean water.",
    "The court ordered {firm} to pay {sum} to customers who had been charged too much for electricity.",
    "Two climbers who had been missing since {day} were found alive by a helicopter crew.",
    "Tourism brought {sum} to {A} in {year}, more than any other branch of its economy.",
    "Engineers are still looking for the cause of the power cut that left {many} homes in the dark.",
    "The orchestra of {b_cap} will open its season with a concert conducted by {P}.",
    "The weather service warned of strong winds along the coast and told fishermen to stay in port.",
)  # fmt: skip
COMMON = (
    "No further details were available.",
    "The talks, the protests and the weather have kept newspapers in {a_cap} busy for weeks.",
    "{P} declined to comment when reached by telephone on {day}.",
    "A report on the matter is to be published in {month}.",
    "It was one of {few} such cases in {A} since {year}.",
    "Opinion in {a_city} was divided: some residents praised the decision, while others feared that it had come too late.",
    "{Q}, an analyst at a research institute in {b_cap}, said the step had been expected but that its timing was a surprise.",
    "Similar problems have been reported in {B} and {C}.",
)  # fmt: skip
KINDS = (DIPLOMACY, CONFLICT, ORDINARY)
AGENCIES = ("", " (World Wire)", " (News Service)")


class Cast(dict[str, str]):
    """What stays the same through a report: countries, people, an armed group. Any other slot is drawn anew each time it is asked for."""

    def __init__(self, chance: random.Random) -> None:
        self.chance = chance
        a, b, c = chance.sample(COUNTRIES, 3)
        group = chance.choice(SLOTS["group"])
        super().__init__(
            A=a[0], B=b[0], C=c[0], a_dem=a[1], b_dem=b[1], a_cap=a[2], b_cap=b[2], a_city=chance.choice(a[3]),
            b_city=chance.choice(b[3]), group=group, Group=capital(group),
        )  # fmt: skip
        self.surnames = dict(zip("PQ", chance.sample(SLOTS["last"], 2), strict=True))

    def __missing__(self, slot: str) -> str:
        if slot in self.surnames:  # first name and surname at first, then the surname alone
            self[slot] = self.surnames[slot]
            return f"{self.chance.choice(SLOTS['first'])} {self[slot]}"
        word = self.chance.choice(SLOTS[slot.lower()])
        return word if slot.islower() else capital(word)


def capital(words: str) -> str:
    return words[0].upper() + words[1:]


def sentences(templates: Sequence[str], cast: Cast, chance: random.Random) -> list[str]:
    """Sentences until the report is long enough; each template at most once."""
    order = chance.sample(templates, len(templates))
    for place in sorted(chance.sample(range(3, 12), 2)):
        order.insert(place, chance.choice(COMMON))
    wanted = chance.randint(SHORTEST + 10, LONGEST - 50)
    chosen: list[str] = []
    words = 0
    for template in dict.fromkeys(order):
        if words >= wanted:
            break
        chosen.append(template.format_map(cast))
        words += len(chosen[-1].split())
    return chosen


def report(templates: Sequence[str], chance: random.Random) -> str:
    """One report: a dateline, then paragraphs of one to three sentences."""
    cast = Cast(chance)
    rest = sentences(templates, cast, chance)
    paragraphs = []
    while rest:
        size = chance.randint(1, 3)
        paragraphs.append(" ".join(rest[:size]))
        rest = rest[size:]
    return f"{cast['a_cap'].upper()}{chance.choice(AGENCIES)} - " + "\n\n".join(paragraphs) + "\n"


def reports(number: int = 60, seed: int = 0) -> list[str]:
    """Reports of diplomacy, of conflict and of ordinary news in turn."""
    chance = random.Random(seed)
    return [report(KINDS[n % len(KINDS)], chance) for n in range(number)]
