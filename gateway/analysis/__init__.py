"""What labelled comments say together: a report on an export, and whether a month is like others.

Pure but for `files`, which reads exports. It knows no database and no model.
"""
