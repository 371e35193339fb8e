"""Strong's CSV export: one row is one set, in the language of the phone."""

# ruff: noqa: RUF001 - words of many alphabets
from __future__ import annotations

from nextrep.exchange.columns import UNUSED
from nextrep.exchange.rows import Format

STRONG = Format(
    name="strong",
    title="Strong",
    required=("start", "title", "exercise", "order", "weight", "reps"),
    escaped_lines=True,
    # English, Chinese and German as seen in exports; the others as the words are in those languages.
    names={
        "start": "Date | 日期 | Datum | Fecha | Data | Дата | Dato | 日付 | 날짜",
        "title": (
            "Workout Name | 锻炼名称 | Workout-Name | Name des Workouts | Trainingsname | "
            "Nombre del entrenamiento | Nombre de entrenamiento | Nome do treino | "
            "Nome dell'allenamento | Nome allenamento | Nom de l'entraînement | "
            "Nom de l'entrainement | Название тренировки | Naam van training | Träningspassets namn | "
            "Nazwa treningu"
        ),
        "duration": (
            "Duration | Workout Duration | 时长 | 锻炼时长 | Dauer | Workout-Dauer | Duración | Duração | "
            "Durata | Durée | Длительность | Продолжительность | Duur | Längd | Czas trwania"
        ),
        "exercise": (
            "Exercise Name | 运动名称 | Name der Übung | Übungsname | Nombre del ejercicio | "
            "Nombre de ejercicio | Nome do exercício | Nome dell'esercizio | Nome esercizio | "
            "Nom de l'exercice | Название упражнения | Naam van oefening | Övningens namn | "
            "Nazwa ćwiczenia"
        ),
        "order": (
            "Set Order | 设置顺序 | Reihenfolge festlegen | Satzreihenfolge | Reihenfolge | "
            "Orden de la serie | Orden de series | Orden de las series | Establecer orden | "
            "Ordem da série | Ordem das séries | Definir ordem | Ordine serie | Ordine della serie | "
            "Imposta ordine | Ordre de la série | Ordre des séries | Définir l'ordre | "
            "Порядок подхода | Порядок подходов | Setvolgorde | Set-ordning | Kolejność serii"
        ),
        "weight": "Weight | 重量 | Gewicht | Peso | Poids | Вес | Vikt | Ciężar | Waga",
        "weight_unit": (
            "Weight Unit | 重量单位 | Gewichtseinheit | Unidad de peso | Unidade de peso | Unità di peso | "
            "Unité de poids | Единица веса"
        ),
        "reps": (
            "Reps | 次 | 次数 | Wiederh. | Wiederholungen | Wdh. | Repeticiones | Repetições | "
            "Ripetizioni | Rip. | Répétitions | Répét. | Повторения | Повторы | Herhalingen | "
            "Repetitioner | Powtórzenia"
        ),
        "distance": (
            "Distance | 距离 | Entfernung | Distanz | Strecke | Distancia | Distância | Distanza | "
            "Расстояние | Дистанция | Afstand | Distans | Dystans"
        ),
        "distance_unit": (
            "Distance Unit | 距离单位 | Entfernungseinheit | Unidad de distancia | Unidade de distância | "
            "Unità di distanza | Unité de distance | Единица расстояния"
        ),
        "seconds": (
            "Seconds | 秒 | Sekunden | Segundos | Secondi | Secondes | Секунды | Seconden | Sekunder"
        ),
        "exercise_note": (
            "Notes | 备注 | Notizen | Notas | Note | Заметки | Notities | Anteckningar | Notatki"
        ),
        "session_note": (
            "Workout Notes | 锻炼备注 | Workout-Notizen | Notas del entrenamiento | "
            "Notas de entrenamiento | Notas do treino | Note dell'allenamento | Note allenamento | "
            "Notes de l'entraînement | Заметки к тренировке | Заметки о тренировке"
        ),
        "rpe": "RPE",
        UNUSED: "Workout #",
    },
)
