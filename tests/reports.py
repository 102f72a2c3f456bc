"""Reports of a town's different days, for tests that must tell stories apart; each names the council once."""

from __future__ import annotations

REPORTS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        "Teachers in Norden walk out over class sizes",
        (
            "Some 340 teachers in Norden left their classrooms on Monday in the first strike there since 1998.",
            "Their union wants no more than 24 pupils in a class, where many schools now seat 31.",
            "Parents brought children to two sports halls that the council had opened for the day.",
            "Headmistress Ruth Alder said she understood the anger but missed her pupils.",
            "Talks with the ministry of education are to go on behind closed doors this week.",
            "A second walkout has been announced for the first of December unless there is an offer.",
        ),
    ),
    (
        "River Sill floods cellars after a night of rain",
        (
            "The Sill rose by two metres overnight and filled the cellars of 60 houses in the old quarter.",
            "Fire crews pumped for eleven hours and carried an elderly couple out by boat.",
            "Meteorologists measured 94 millimetres of rain, more than usually falls in the whole month.",
            "Sandbags from the depot went to the hospital first, engineer Pavel Horn said.",
            "The council asked residents to boil their drinking water until Friday.",
            "Insurers expect claims of about nine million crowns from the flooded streets.",
        ),
    ),
    (
        "Thieves take a Rembrandt etching from the Lister museum",
        (
            "Burglars broke a skylight of the Lister museum early on Wednesday and left with one small etching.",
            "The work, a self-portrait by Rembrandt from 1630, had hung there for just nine days.",
            "Detective Carla Munz said the alarm had been switched off with a code that only four people know.",
            "A silver van was seen near the loading ramp by a baker on her way to work.",
            "The council lent the gallery money for guards only last spring.",
            "Curators have sent photographs of the print to dealers and customs officers in thirty countries.",
        ),
    ),
    (
        "Volta to build a battery plant with 900 jobs",
        (
            "The carmaker Volta will build a factory for battery cells on the former airfield at Grenz.",
            "It promises 900 jobs by 2029 and an investment of 1.2 billion euros.",
            "Chief executive Jan Oster signed the contract on a trestle table between two hangars.",
            "Environmental groups fear for the groundwater, of which the plant would need 40 litres a second.",
            "The council sold the land for one euro a square metre, as minutes show.",
            "The first cells are to leave the assembly lines in the autumn of 2027.",
        ),
    ),
    (
        "Rovers win the cup after a shoot-out in the snow",
        (
            "Rovers beat Albion on penalties on Saturday and won the cup for the first time in their history.",
            "Goalkeeper Tomas Vik saved three shots while snow covered the lines of the pitch.",
            "Albion had led by two goals until striker Ema Doru scored twice in four minutes.",
            "Coach Lena Brandt hugged every player and then the referee.",
            "The council has declared a holiday for schools and offices on the day of the parade.",
            "Some 18,000 spectators stayed for an hour after the trophy had been lifted.",
        ),
    ),
    (
        "Surgeons in Kell give a boy a printed windpipe",
        (
            "Doctors at the clinic in Kell have given a boy of nine a windpipe that a printer made from his own cells.",
            "The operation took fourteen hours and was led by Professor Amara Singh.",
            "The child could breathe without a machine after six days and asked for pancakes.",
            "Only two such transplants are known worldwide, in Seoul and in Stockholm.",
            "The council paid for the laboratory in which the tissue was grown.",
            "Researchers warn that nobody can say yet how the graft will grow along with him.",
        ),
    ),
    (
        "Night train to Lisbon returns after fifteen years",
        (
            "Sleeping cars will run to Lisbon again from March, the railway company Ostbahn announced on Thursday.",
            "The journey takes 19 hours, and a berth costs 89 euros with breakfast.",
            "Spanish regulators had held the licence up over the gauge of the wheels.",
            "Conductor Marek Wolny, who worked on the last run in 2011, has come out of retirement.",
            "The council wants the departure moved to the main hall of the station.",
            "More than 7,000 tickets were sold in the first hour and the website broke down.",
        ),
    ),
    (
        "Beekeepers report heavy losses after a mild winter",
        (
            "Beekeepers in the valley have lost every third colony since Christmas, their association says.",
            "Mites survived the mild weeks and bred on while the queens laid eggs too early.",
            "Orchard growers now rent hives from the south at twice the price of last season.",
            "Biologist Noor Haddad counts the insects at twelve stations with small cameras.",
            "The council plants strips of clover and thyme along the motorway.",
            "Honey may become scarce in the shops before summer, wholesalers believe.",
        ),
    ),
)
