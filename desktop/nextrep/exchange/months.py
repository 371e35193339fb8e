"""Names of months as phones write them, in fifteen languages.

Full names (with the case endings that dates take) and the usual short forms, from the Unicode CLDR
"months" and "months-short" lists for en, de, fr, es, pt, it, nl, pl, sv, da, nb, fi, cs, tr and ru.
"""

# ruff: noqa: RUF001 - words of many alphabets
from __future__ import annotations

import unicodedata

_MONTHS = (
    # January
    (
        "jan january januar jänner jän janvier janv enero ene janeiro gennaio gen januari styczeń "
        "stycznia sty tammikuu tammikuuta tammi tammik leden ledna led ocak oca январь января янв"
    ),
    # February
    (
        "feb february februar feber febr février févr fév febrero fevereiro fev febbraio februari luty "
        "lutego lut helmikuu helmikuuta helmi helmik únor února úno şubat şub февраль февраля фев февр"
    ),
    # March
    (
        "mar march märz mär mrz mars marzo março marz maart mrt marzec marca maaliskuu maaliskuuta "
        "maalis maalisk březen března bře mart март марта мар"
    ),
    # April
    (
        "apr april avril avr abril abr aprile kwiecień kwietnia kwi huhtikuu huhtikuuta huhti huhtik "
        "duben dubna dub nisan nis апрель апреля апр"
    ),
    # May
    (
        "may mai mayo maio maggio mag mei maj maja touko toukokuu toukokuuta toukok květen května kvě "
        "mayıs май мая"
    ),
    # June
    (
        "jun june juni juin junio junho giugno giu czerwiec czerwca cze kesä kesäkuu kesäkuuta kesäk "
        "červen června čvn haziran haz июнь июня июн"
    ),
    # July
    (
        "jul july juli juillet juil julio julho luglio lug lipiec lipca lip heinä heinäkuu heinäkuuta "
        "heinäk červenec července čvc temmuz tem июль июля июл"
    ),
    # August
    (
        "aug august août aoû agosto ago augustus augusti sierpień sierpnia sie elo elokuu elokuuta "
        "elok srpen srpna srp ağustos ağu август августа авг"
    ),
    # September
    (
        "sep sept september septembre septiembre setiembre setembro set settembre sett wrzesień "
        "września wrz syys syyskuu syyskuuta syysk září zář eylül eyl сентябрь сентября сен сент"
    ),
    # October
    (
        "oct october oktober okt octobre octubre outubro out ottobre ott październik października paź "
        "paźdz loka lokakuu lokakuuta lokak říjen října říj ekim eki октябрь октября окт"
    ),
    # November
    (
        "nov november novembre noviembre novembro listopad listopada listopadu lis marras marraskuu "
        "marraskuuta marrask kasım kas ноябрь ноября ноя нояб"
    ),
    # December
    (
        "dec december dez dezember des desember décembre déc diciembre dic dezembro dicembre grudzień "
        "grudnia gru joulu joulukuu joulukuuta jouluk prosinec prosince pro aralık ara декабрь декабря "
        "дек"
    ),
)


def fold(word: str) -> str:
    """Bring a word to small letters without accents, so that "Févr" and "fevr" are one."""
    small = unicodedata.normalize("NFKD", word.casefold()).replace("ı", "i")
    return "".join(letter for letter in small if not unicodedata.combining(letter))


MONTH_OF: dict[str, int] = {
    fold(word): number for number, words in enumerate(_MONTHS, start=1) for word in words.split()
}
