"""Month names and their short forms, in the languages that news is written in. A table."""

from __future__ import annotations

_NAMES = (
    "january januar jänner enero janvier gennaio januari jan ene janv gen janeiro styczeń stycznia leden ledna január"
    " января январь січня ocak tammikuuta tammikuu ianuarie januára sausio siječnja јануар januara يناير كانون_الثاني"
    " जनवरी জানুয়ারি ژانویه ιανουαρίου ינואר มกราคม ม.ค. januari tháng_1",
    "february februar feber febrero février febbraio februari feb févr fév fevereiro fev luty lutego únor února"
    " február февраля февраль лютого şubat helmikuuta helmikuu februarie februára vasario veljače фебруар februara"
    " فبراير شباط फरवरी फ़रवरी ফেব্রুয়ারি فوریه φεβρουαρίου פברואר กุมภาพันธ์ ก.พ. tháng_2",
    "march märz marzo mars maart mar mär mrz março marzec marca březen března március марта март березня mart"
    " maaliskuuta maaliskuu martie marec kovo ožujka مارس آذار मार्च মার্চ μαρτίου מרץ มีนาคม มี.ค. maret tháng_3",
    "april abril avril aprile apr abr avr kwiecień kwietnia duben dubna április апреля апрель квітня nisan"
    " huhtikuuta huhtikuu aprilie apríl apríla balandžio travnja април aprila أبريل ابريل نيسان अप्रैल এপ্রিল آوریل"
    " απριλίου אפריל เมษายน เม.ย. tháng_4",
    "may mai mayo maggio mei mag maio maj maja květen května május мая май травня mayıs toukokuuta toukokuu máj mája"
    " gegužės svibnja мај مايو أيار मई মে مه μαΐου μαιου מאי พฤษภาคม พ.ค. tháng_5",
    "june juni junio juin giugno jun giu junho czerwiec czerwca červen června június июня июнь червня haziran"
    " kesäkuuta kesäkuu iunie jún júna birželio lipnja јун juna يونيو حزيران जून জুন ژوئن ιουνίου יוני มิถุนายน มิ.ย."
    " tháng_6",
    "july juli julio juillet luglio jul juil lug julho lipiec lipca červenec července július июля июль липня temmuz"
    " heinäkuuta heinäkuu iulie júl júla liepos srpnja јул jula يوليو تموز जुलाई জুলাই ژوئیه ιουλίου יולי กรกฎาคม"
    " ก.ค. tháng_7",
    "august agosto août augustus aug ago aout sierpień sierpnia srpen srpna augusztus августа август серпня ağustos"
    " elokuuta elokuu augusta rugpjūčio kolovoza август avgust avgusta agustus أغسطس اغسطس آب अगस्त আগস্ট اوت"
    " αυγούστου אוגוסט สิงหาคม ส.ค. tháng_8",
    "september septiembre septembre settembre sep sept set setembro wrzesień września září szeptember сентября"
    " сентябрь вересня eylül syyskuuta syyskuu septembrie rugsėjo rujna септембар septembra سبتمبر أيلول सितंबर"
    " सितम्बर সেপ্টেম্বর سپتامبر σεπτεμβρίου ספטמבר กันยายน ก.ย. tháng_9",
    "october oktober octubre octobre ottobre oct okt ott outubro out październik października říjen října október"
    " октября октябрь жовтня ekim lokakuuta lokakuu octombrie októbra spalio listopada октобар oktobra أكتوبر اكتوبر"
    " अक्टूबर অক্টোবর اکتبر οκτωβρίου אוקטובר ตุลาคม ต.ค. tháng_10",
    "november noviembre novembre nov novembro listopad november ноября ноябрь листопада kasım marraskuuta marraskuu"
    " noiembrie novembra lapkričio studenoga новембар نوفمبر تشرين_الثاني नवंबर नवम्बर নভেম্বর نوامبر νοεμβρίου"
    " נובמבר พฤศจิกายน พ.ย. nopember tháng_11",
    "december dezember diciembre décembre dicembre dec dez dic déc dezembro grudzień grudnia prosinec prosince"
    " декабря декабрь грудня aralık joulukuuta joulukuu decembrie decembra gruodžio prosinca децембар ديسمبر दिसंबर"
    " दिसम्बर ডিসেম্বর دسامبر δεκεμβρίου דצמבר ธันวาคม ธ.ค. desember des tháng_12",
)
MONTHS = {
    name.rstrip(".").replace("_", " "): number for number, names in enumerate(_NAMES, start=1) for name in names.split()
} | {"listopada": 11}
"""Casefolded name -> month. Croatian and Polish differ over one name: more news is written in Polish."""
