"""The commonest small words of languages in Latin script: they tell a language, and open sentences."""

from __future__ import annotations

STOPWORDS: dict[str, frozenset[str]] = {
    language: frozenset(line.split())
    for language, line in {
        "en": "the of and to in a is that for it was on with as are be by at this from have has had but not which they "
        "he his she her their we you were been will would there who if or its an all when about after more than also "
        "said i my our can could so what out up into some these those no one two however meanwhile then while although",
        "de": "der die das und in den von zu mit sich des auf für ist im dem nicht ein eine als auch es an"
        " werden aus er "
        "hat dass sie nach wird bei einer um am sind noch wie einem über einen so zum war haben nur oder aber vor zur "
        "bis mehr durch man sein wurde sei wenn ich wir unter kann gegen seine ihre schon damit doch diese dieser",
        "fr": "le la les de des du et en un une que qui dans pour pas sur au aux par plus avec est il elle ce"
        " cette ces "
        "ne se son sa ses sont ont été être mais comme ou nous vous leur leurs selon après aussi fait deux d l s qu n "
        "c j je on lui tout bien sans entre même ils elles avait était depuis dont où si contre encore",
        "es": "el la los las de del y en un una que por con para se no es su sus al lo como más pero este esta ha han "
        "fue ser son sobre entre también hasta desde cuando muy sin ya o porque dos años todo está hay donde quien "
        "según tras uno ni contra ese esa le les me si mientras durante aunque había sido tiene yo él ella",
        "it": "il lo la i gli le di del della dei delle e in un una che per con non è si da dal dalla al alla ai sono "
        "ha come più ma anche su nel nella l dell all d hanno stato questo questa o se ci suo sua loro dopo tra cui "
        "perché quando essere era stata molto io mi dalle nei sul sulla due anni fa prima solo",
        "pt": "o a os as de do da dos das e em um uma que por com para se não é no na nos nas ao à mais mas foi como "
        "ele ela seu sua são ser também pelo pela entre sobre já até quando muito há está isso ou nem após segundo "
        "sem foram tem têm este esta eu você eles contra anos dois depois ainda mesmo",
        "nl": "de het een en van in is dat op te zijn voor met die niet aan er om ook als dan maar bij door naar uit "
        "hij ze zij wordt worden werd heeft hebben nog over tot meer deze dit wel geen kan was had of zich wat we ik "
        "je zo onder tegen na al moet veel volgens omdat hun haar jaar andere twee alleen",
        "sv": "och i att det som en på är av för med den till har de inte om ett han hon men var jag sig från vi"
        " så kan "
        "när år säger under också efter eller nu sin där vid mot ska skulle kommer ut får finns vara hade alla andra "
        "mycket än här då sedan över bara blir upp även man detta denna två varit",
        "da": "og i at det som en på er af for med den til har de ikke om et han hun men var jeg sig fra vi så kan når "
        "år siger under også efter eller nu sin der ved mod skal vil kommer ud får være havde alle andre meget end her "
        "da over kun bliver op man dette denne to været blev hvor mere bare sige mig dem nogle lige uden ifølge ad",
        "no": "og i å det som en på er av for med den til har de ikke om et han hun men var jeg seg fra vi så kan når "
        "år sier under også etter eller nå sin der ved mot skal vil kommer ut får være hadde alle andre mye enn her "
        "da over bare blir opp man dette denne to vært ble hvor mer si meg dem noen uten ifølge at fram bli må sa",
        "pl": "i w z na do się nie to że jest o jak za po od przez dla przy oraz ale tym już jego co tak są"
        " został była "
        "było był który która które jej ich może tego tej a czy być także tylko ma pod lat przed roku między gdy"
        " jednak "
        "ze nad we ten ta te bez więcej bardzo jeszcze gdzie będzie było więc po sobie nich",
        "tr": "ve bir bu da de için ile olarak çok daha gibi olan sonra kadar en ne o ise ki ama var yok her değil "
        "tarafından oldu etti dedi ancak göre ya veya hem mi büyük iki yeni önce olduğu olduğunu ben sen biz onun "
        "bunu şu diye üzerinde arasında nedeniyle karşı yıl gün ilk tüm bile böyle",
        "cs": "a v se na je že to s z do o i k ve pro za by ale si po jako jsou jeho od které který která podle už "
        "také byl byla bylo být než při jen které tak což může až ze jsem nebo když jejich její ještě pak má roce let "
        "před však proti mezi není bude před jsme aby tím kde více pouze můžete dnes",
        "ro": "și de în a la cu pe un o nu care este din că să mai pentru au fost sunt sau ca prin după dar lui lor "
        "fi al ale cel cea către între fără ani unei unui această acest când ce se ar va era am avea doar foarte"
        " despre "
        "îl îi i sa său sale până dacă cei anul iar astfel potrivit",
        "fi": "ja on ei että se hän oli ovat mutta kun myös joka mukaan sen tai kuin niin vain jo ole olla hänen mitä "
        "nyt sekä siitä tämä tämän ne he jos vielä vuoden kanssa ennen jälkeen muun muassa enemmän ollut sitä jotka "
        "jonka voi minä ovat sanoo kertoo hyvin kaikki noin koska kuitenkin eivät siinä vuonna",
        "hu": "a az és hogy nem is egy ez volt de van meg már csak vagy mint ki el ha azt ezt még be szerint lehet "
        "után minden lesz nagyon több amely között ami ne akkor most majd kell pedig által aki voltak kapcsolatban "
        "ezek arra sem előtt amikor között olyan ezért",
        "hr": "i u je na se da za su od s o ne što kao iz koji koja koje bi ili ali nije te po će do sam biti bio bila "
        "bilo nakon samo više još kako sve prema kada tako ima ovo godine koju kod zbog jer može njegov prije tijekom "
        "između protiv međutim rekao",
        "sk": "a v sa na je že to s z do o aj k vo pre za by ale si po ako sú jeho od ktoré ktorý ktorá podľa už tiež "
        "bol bola bolo byť než pri len tak čo môže až zo som alebo keď ich jej ešte roku rokov pred však proti medzi "
        "nie bude sme aby kde viac",
        "ca": "el la els les de del dels i en un una que per amb no és es al als ha han ser són com més però aquest "
        "aquesta també fins des quan molt sense ja o perquè dos anys tot està hi on qui segons després entre sobre "
        "seva seu seus va van amb això d l s pel pels",
        "id": "yang dan di dengan untuk dari ini itu pada dalam tidak adalah akan ke oleh juga para sebagai karena "
        "atau mereka ada bahwa telah lebih bisa kata saat tersebut dapat menjadi tahun ia kami kita sudah seperti "
        "hanya antara secara namun setelah orang",
        "vi": "và của là có không được các cho trong một những với người này đã khi từ để về như tại ra đến vào cũng "
        "đó năm sẽ ông theo trên nhiều bị phải hơn còn tôi sau anh nhưng",
    }.items()
}
